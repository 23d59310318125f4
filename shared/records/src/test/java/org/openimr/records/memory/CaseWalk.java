package org.openimr.records.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.openimr.casefile.CaseState;
import org.openimr.records.CaseLists;
import org.openimr.records.Condition;
import org.openimr.records.Index;
import org.openimr.records.IndexPosition;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.Table;
import org.openimr.records.Value;
import org.openimr.records.Write;

/**
 * Walks an organization's cases page by page while others write: states change, versions grow,
 * cases are opened. Nothing of that moves a case in the list, so each that was there at the
 * beginning must be seen exactly once, and no other one twice.
 */
public final class CaseWalk {
  private static final String OWNER = "acme";
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");
  private static final int DAYS = 400;
  private static final int TOGETHER = 50;

  private final Table table;
  private final Row pattern;
  private final int cases;
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();

  /** A walk in a table that is empty, over so many cases. */
  public CaseWalk(Table table, int cases) {
    this.table = table;
    this.cases = cases;
    var sample = new MemoryTable();
    SampleCase.parsed(sample, new MemoryObjects());
    this.pattern = sample.get(new Key("CASE#" + SampleCase.CASE, "CASE")).orElseThrow();
    for (int from = 0; from < cases; from += TOGETHER) {
      var rows = new ArrayList<Write>();
      for (int i = from; i < Math.min(cases, from + TOGETHER); i++) {
        rows.add(new Write.Put(head(i, 1, CaseState.PARSED), new Condition.Absent()));
      }
      table.commit(rows);
    }
  }

  /**
   * What was seen.
   *
   * @param missed cases that were there at the beginning and were not seen
   * @param repeated cases that were seen more than once
   * @param writes of the others meanwhile
   * @param nanos of each page, in their order
   */
  public record Walked(
      int pages, int seen, int missed, int repeated, int writes, List<Long> nanos) {
    /** Copies the list. */
    public Walked {
      nanos = List.copyOf(nanos);
    }
  }

  /** Walks in pages of so many, while so many threads write. */
  public Walked walk(int limit, int writers) {
    var stop = new AtomicBoolean();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < writers; i++) {
      var random = new Random(i);
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!stop.get()) {
                      write(random);
                    }
                  }));
    }
    try {
      return walked(limit);
    } finally {
      stop.set(true);
      threads.forEach(CaseWalk::join);
    }
  }

  private Walked walked(int limit) {
    var times = new AtomicIntegerArray(2 * cases + 1_000_000);
    var nanos = new ArrayList<Long>();
    var lists = new CaseLists(table);
    var query =
        new CaseLists.Query(
            new CaseLists.Scope.Organization(OWNER), Optional.empty(), Optional.empty(), limit);
    Optional<IndexPosition> after = Optional.empty();
    int seen = 0;
    do {
      long begin = System.nanoTime();
      var page = lists.page(query, after);
      nanos.add(System.nanoTime() - begin);
      page.entries()
          .forEach(
              entry ->
                  times.incrementAndGet(Integer.parseInt(entry.caseNumber().value().substring(5))));
      seen += page.entries().size();
      after = page.next();
    } while (after.isPresent());
    int missed = 0;
    int repeated = 0;
    for (int i = 0; i < times.length(); i++) {
      missed += i < cases && times.get(i) == 0 ? 1 : 0;
      repeated += times.get(i) > 1 ? 1 : 0;
    }
    return new Walked(nanos.size(), seen, missed, repeated, writes.get(), nanos);
  }

  private void write(Random random) {
    var states = CaseState.values();
    int one = random.nextInt(cases);
    var before = table.get(key(one)).orElseThrow();
    long version = version(before);
    table.commit(
        List.of(
            new Write.Put(
                head(one, version + 1, states[random.nextInt(states.length)]),
                new Condition.AttributeIs("version", new Value.Whole(version)))));
    int other = cases + opened.getAndIncrement();
    table.commit(List.of(new Write.Put(head(other, 1, CaseState.PARSED), new Condition.Absent())));
    writes.addAndGet(2);
  }

  private static long version(Row row) {
    if (row.attributes().get("version") instanceof Value.Whole(long version)) {
      return version;
    }
    throw new IllegalStateException("a head has a version");
  }

  private static Key key(int index) {
    return new Key("CASE#" + number(index), "CASE");
  }

  private static String number(int index) {
    return "CM15-%07d".formatted(index);
  }

  private Row head(int index, long version, CaseState state) {
    var attributes = new TreeMap<>(pattern.attributes());
    // Neighbours in number are not neighbours in the list.
    int day = Math.floorMod(index * 7919, DAYS);
    attributes.put("caseNumber", new Value.Text(number(index)));
    attributes.put("version", new Value.Whole(version));
    attributes.put("state", new Value.Text(state.name()));
    attributes.put(Index.BY_ORGANIZATION.partitionAttribute(), new Value.Text(OWNER));
    attributes.put(
        Index.BY_STATUS.partitionAttribute(), new Value.Text(state.name() + "#" + index % 4));
    attributes.put(
        Index.BY_ORGANIZATION.sortAttribute(),
        new Value.Text(FIRST_DAY.plusDays(day) + "#" + number(index)));
    return new Row(key(index), attributes);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
