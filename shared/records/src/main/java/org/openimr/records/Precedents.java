package org.openimr.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.precedents.ItemProfile;
import org.openimr.precedents.Precedent;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.LetterRows;
import org.openimr.records.internal.LetterRows.Kept;
import org.openimr.records.internal.Pages;
import org.openimr.records.internal.PrecedentRows;

/**
 * Published determinations, one row a case number, apart from cases, and a row for each item and
 * region by which the nearest are found. Of two letters with one number the one decided later
 * stays, then the one of the higher hash: so their order does not matter.
 *
 * <p>A letter is kept first and evaluated next, by a function that the stream calls, so that the
 * one which opens files carries no rules. Until then the items of the letter before it stand.
 */
public final class Precedents {
  /** Writes of a transaction (DynamoDB: 100). */
  private static final int MOST_WRITES = 100;

  /** So many rows of a partition are read at the most for each step outward. */
  private static final int MOST_ROWS = 1_000;

  private static final int PAGE = 500;

  private final Table table;

  /** Precedents of a table. */
  public Precedents(Table table) {
    this.table = table;
  }

  /**
   * A published determination.
   *
   * @param body hash of its body, a {@link PublishedDetermination}
   */
  public record Letter(
      CaseNumber caseNumber, Optional<LocalDate> decisionDate, int items, String body) {
    private static final Comparator<Letter> ORDER =
        Comparator.comparing((Letter p) -> p.decisionDate.orElse(LocalDate.MIN))
            .thenComparing(Letter::body);
  }

  /**
   * A letter whose items are not evaluated.
   *
   * @param attempt how often the schedule started it again
   */
  public record Waiting(Letter letter, int attempt, Instant touchedAt) {}

  /**
   * What a search read.
   *
   * @param complete whether these are all of the item's category and regions
   */
  public record Found(List<Precedent> items, boolean complete) {
    /** Copies the list. */
    public Found {
      items = List.copyOf(items);
    }
  }

  /** The published determination of a case number. */
  public Optional<Letter> find(CaseNumber caseNumber) {
    return kept(caseNumber).map(Kept::letter);
  }

  /** The published determination of a case number, if its items are not evaluated. */
  public Optional<Waiting> waiting(CaseNumber caseNumber) {
    return kept(caseNumber).filter(Precedents::waits).map(Precedents::waiting);
  }

  /** Letters that have waited since a time, longest first within each shard. */
  public List<Waiting> waitingSince(Instant time) {
    return IntStream.range(0, Keys.SHARDS)
        .mapToObj(shard -> LetterRows.WAITING + "#" + shard)
        .flatMap(
            partition ->
                Pages.whilst(
                    after -> table.query(Index.BY_STATUS, partition, after, Pages.SIZE),
                    row -> !LetterRows.kept(row).touchedAt().isAfter(time))
                    .stream())
        .map(LetterRows::kept)
        .filter(Precedents::waits)
        .map(Precedents::waiting)
        .toList();
  }

  private static boolean waits(Kept kept) {
    return kept.state() == LetterState.KEPT;
  }

  private static Waiting waiting(Kept kept) {
    return new Waiting(kept.letter(), kept.attempt(), kept.touchedAt());
  }

  /**
   * Keeps a published determination, whose body is stored, and the upload that it came in. It waits
   * for its evaluation, unless another of its case number stands.
   */
  public Commit keep(Letter letter, UploadRow upload, Instant now) {
    var known = kept(letter.caseNumber());
    var writes = new ArrayList<Write>(Uploads.writes(upload));
    if (known.filter(other -> Letter.ORDER.compare(other.letter(), letter) >= 0).isEmpty()) {
      var kept =
          new Kept(
              letter,
              LetterState.KEPT,
              known.map(Kept::places).orElse(List.of()),
              known.map(Kept::version).orElse(0L) + 1,
              0,
              Keys.kept(now));
      writes.add(new Write.Put(LetterRows.row(kept), unchanged(known)));
    }
    return table.commit(writes);
  }

  /**
   * Keeps the items of a letter that waits, in place of those of the letter before it.
   *
   * @return {@link Commit#REFUSED} if it was written meanwhile, or waits no longer
   */
  public Commit evaluated(Letter letter, List<Precedent> items) {
    var known = waitingNow(letter);
    if (known.isEmpty()) {
      return Commit.REFUSED;
    }
    var before = known.get();
    var rows = items.stream().flatMap(PrecedentRows::rows).toList();
    var places = rows.stream().map(Row::key).distinct().toList();
    var gone =
        before.places().stream()
            .filter(key -> !places.contains(key))
            .map(PrecedentRows::superseded);
    var last =
        new Write.Put(
            LetterRows.row(after(before, LetterState.EVALUATED, places)), unchanged(known));
    return commit(
        Stream.concat(rows.stream(), gone).<Write>map(Precedents::put).toList(), List.of(last));
  }

  /** Has a letter that waits evaluated again: its row is written, which fires the stream. */
  public Commit startAgain(Waiting waiting, Instant now) {
    return write(
        waiting,
        before ->
            new Kept(
                before.letter(),
                LetterState.KEPT,
                before.places(),
                before.version() + 1,
                before.attempt() + 1,
                Keys.kept(now)));
  }

  /** Gives up the evaluation of a letter. */
  public Commit giveUp(Waiting waiting) {
    return write(waiting, before -> after(before, LetterState.FAILED, before.places()));
  }

  private Commit write(Waiting waiting, UnaryOperator<Kept> change) {
    var known = waitingNow(waiting.letter()).filter(kept -> waiting(kept).equals(waiting));
    return known
        .map(before -> new Write.Put(LetterRows.row(change.apply(before)), unchanged(known)))
        .map(put -> table.commit(List.of(put)))
        .orElse(Commit.REFUSED);
  }

  private Optional<Kept> waitingNow(Letter letter) {
    return kept(letter.caseNumber()).filter(kept -> waits(kept) && kept.letter().equals(letter));
  }

  private static Kept after(Kept before, LetterState state, List<Key> places) {
    return new Kept(
        before.letter(), state, places, before.version() + 1, before.attempt(), before.touchedAt());
  }

  private static Condition unchanged(Optional<Kept> known) {
    return known
        .<Condition>map(
            kept -> new Condition.AttributeIs("version", new Value.Whole(kept.version())))
        .orElse(new Condition.Absent());
  }

  private static Write put(Row row) {
    return new Write.Put(row, new Condition.Always());
  }

  /**
   * One transaction, where it has room for all. A letter of dozens of items in many regions has the
   * first of its item rows written ahead: a repeat writes the same.
   */
  private Commit commit(List<Write> items, List<Write> last) {
    int from = 0;
    while (items.size() - from + last.size() > MOST_WRITES) {
      int to = Math.min(items.size(), from + MOST_WRITES);
      table.commit(items.subList(from, to));
      from = to;
    }
    return table.commit(
        Stream.concat(items.subList(from, items.size()).stream(), last.stream()).toList());
  }

  /**
   * Items that may be near to one, of its category and regions: those with its criteria pattern
   * first, then those of its topic, then the rest, each up to a limit that bounds time and memory
   * among millions.
   */
  public Found near(ItemProfile item) {
    var found = new ArrayList<Precedent>();
    String topic = Keys.precedentTopic(item.topic());
    boolean complete = true;
    for (String partition : PrecedentRows.partitions(item)) {
      boolean all = true;
      for (String prefix : List.of(topic + item.pattern() + "#", topic, "")) {
        all = all && read(partition, prefix, found);
      }
      complete &= all;
    }
    return new Found(found.stream().distinct().toList(), complete);
  }

  private boolean read(String partition, String prefix, List<Precedent> found) {
    Optional<Key> after = Optional.empty();
    int rows = 0;
    do {
      var page = table.query(partition, prefix, after, PAGE);
      page.rows().stream()
          .flatMap(row -> PrecedentRows.precedent(row).stream())
          .forEach(found::add);
      rows += page.rows().size();
      after = page.next();
    } while (after.isPresent() && rows < MOST_ROWS);
    return after.isEmpty();
  }

  private Optional<Kept> kept(CaseNumber caseNumber) {
    return table.get(Keys.precedent(caseNumber)).map(LetterRows::kept);
  }
}
