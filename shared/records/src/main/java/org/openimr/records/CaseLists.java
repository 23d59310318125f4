package org.openimr.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.records.internal.AssignmentRows;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Heads;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.OwnerRows;

/** Lists of cases, earliest due first, a page at a time; they may lag behind writes. */
public final class CaseLists {
  /** Rows that one call looks at, at most: a page may be short where few cases are wanted. */
  private static final int LOOKED_AT = 2_000;

  /** Of one query of the table. */
  private static final int MOST_ROWS = 1_000;

  private final Table table;

  /** Lists of a table. */
  public CaseLists(Table table) {
    this.table = table;
  }

  /** Whose cases. */
  public sealed interface Scope {
    /** An organization's. */
    record Organization(String name) implements Scope {}

    /** Those assigned to a reviewer. */
    record Reviewer(String pseudonym) implements Scope {}

    /** All. */
    record All() implements Scope {}
  }

  /**
   * What is asked for.
   *
   * @param state any where empty
   * @param dueBefore cases that are due before this day; any where empty
   * @param limit 1 to 1,000
   */
  public record Query(
      Scope scope, Optional<CaseState> state, Optional<LocalDate> dueBefore, int limit) {}

  /**
   * A case of a list.
   *
   * @param head empty for one that was opened and has no revision yet
   */
  public record Entry(CaseNumber caseNumber, Optional<CaseHead> head) {
    /** Its state: without a revision it waits for records. */
    public CaseState state() {
      return head.map(CaseHead::state).orElse(CaseState.PENDING_RECORDS);
    }
  }

  /**
   * A page.
   *
   * @param next where to go on; empty on the last page
   */
  public record Page(List<Entry> entries, Optional<IndexPosition> next) {
    /** Copies the list. */
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /** A page of a list, from a position on. */
  public Page page(Query query, Optional<IndexPosition> after) {
    var cursors = new PriorityQueue<>(Comparator.comparing(Cursor::sort));
    var partitions = partitions(query).toList();
    int share = query.limit() / partitions.size() + 2;
    partitions.stream()
        .map(partition -> new Cursor(index(query.scope()), partition, after, share))
        .filter(Cursor::hasRow)
        .forEach(cursors::add);
    var entries = new ArrayList<Entry>();
    Optional<IndexPosition> last = after;
    for (int seen = 0; !cursors.isEmpty(); seen++) {
      var cursor = cursors.remove();
      if (query
          .dueBefore()
          .filter(day -> cursor.sort().compareTo(day.toString()) >= 0)
          .isPresent()) {
        return new Page(entries, Optional.empty());
      }
      if (entries.size() == query.limit() || seen == LOOKED_AT) {
        return new Page(entries, last);
      }
      var entry = entry(cursor.row());
      last = Optional.of(new IndexPosition(cursor.row().key(), cursor.sort()));
      if (query.state().filter(state -> state != entry.state()).isEmpty()) {
        entries.add(entry);
      }
      cursor.next();
      if (cursor.hasRow()) {
        cursors.add(cursor);
      }
    }
    return new Page(entries, Optional.empty());
  }

  private static Index index(Scope scope) {
    return switch (scope) {
      case Scope.Organization _ -> Index.BY_ORGANIZATION;
      case Scope.Reviewer _ -> Index.BY_REVIEWER;
      case Scope.All _ -> Index.BY_STATUS;
    };
  }

  private static Stream<String> partitions(Query query) {
    return switch (query.scope()) {
      case Scope.Organization(String name) -> Stream.of(name);
      case Scope.Reviewer(String pseudonym) -> Stream.of(pseudonym);
      case Scope.All _ -> lists(query.state()).flatMap(CaseLists::shards);
    };
  }

  private static Stream<String> lists(Optional<CaseState> state) {
    var states = state.map(Stream::of).orElseGet(() -> Arrays.stream(CaseState.values()));
    var waits = state.filter(one -> one != CaseState.PENDING_RECORDS).isEmpty();
    return Stream.concat(
        states.map(CaseState::name), waits ? Stream.of(OwnerRows.OPENED) : Stream.of());
  }

  private static Stream<String> shards(String list) {
    return IntStream.range(0, Keys.SHARDS).mapToObj(shard -> list + "#" + shard);
  }

  private Entry entry(Row row) {
    if (Heads.isHead(row.key())) {
      var head = Heads.head(row);
      return new Entry(head.caseNumber(), Optional.of(head));
    }
    var number = new CaseNumber(Attributes.text(row, "caseNumber"));
    return new Entry(
        number,
        AssignmentRows.isAssignment(row)
            ? table.get(Keys.head(number)).map(Heads::head)
            : Optional.empty());
  }

  /** Reads one partition of the index, row by row. */
  private final class Cursor {
    private final Index index;
    private final String partition;
    private final int size;
    private List<Row> rows;
    private Optional<Key> after;
    private int at;

    Cursor(Index index, String partition, Optional<IndexPosition> start, int size) {
      this.index = index;
      this.partition = partition;
      this.size = size;
      this.rows = List.of();
      this.after = start.map(IndexPosition::toKey);
      read();
    }

    /**
     * The assignments of a reviewer stand in the index beside the heads of the same cases, but
     * where the head is in another reviewer's list.
     */
    private void read() {
      do {
        var page = table.query(index, partition, after, Math.min(size, MOST_ROWS));
        rows = page.rows().stream().filter(Cursor::lists).toList();
        after = page.next();
        at = 0;
      } while (rows.isEmpty() && after.isPresent());
    }

    private static boolean lists(Row row) {
      return !AssignmentRows.isAssignment(row) || AssignmentRows.isFurther(row);
    }

    boolean hasRow() {
      return at < rows.size();
    }

    Row row() {
      return rows.get(at);
    }

    String sort() {
      return Attributes.text(row(), index.sortAttribute());
    }

    void next() {
      at++;
      if (at == rows.size() && after.isPresent()) {
        read();
      }
    }
  }
}
