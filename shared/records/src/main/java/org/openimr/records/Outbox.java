package org.openimr.records;

import java.util.List;
import java.util.Optional;
import org.openimr.records.internal.CaseRows;

/**
 * Events of cases that others are told of. An event is written with the mark that nobody has told
 * of it yet, in the transaction of what happened; the mark puts it into {@code byStatus} and is
 * taken off once it was told. So whoever dies between telling and marking tells again.
 */
public final class Outbox {
  /**
   * How many partitions of the index hold what is not told yet. Every change of every case goes
   * through them, while the list of a state has its own: so there are more of them.
   */
  public static final int SHARDS = CaseRows.UNSENT_SHARDS;

  private final Table table;

  /** The outbox of a table. */
  public Outbox(Table table) {
    this.table = table;
  }

  /**
   * A page of events.
   *
   * @param next where to go on; empty on the last page
   */
  public record Page(List<CaseEvent> events, Optional<Key> next) {
    /** Copies the list. */
    public Page {
      events = List.copyOf(events);
    }
  }

  /**
   * Events that nobody was told of, oldest first; all of one case are in one shard. May lag behind.
   *
   * @param shard from 0
   * @param after the {@code next} of the page before
   * @param limit 1 to 1,000
   */
  public Page unsent(int shard, Optional<Key> after, int limit) {
    var page = table.query(Index.BY_STATUS, CaseRows.unsent(shard), after, limit);
    return new Page(page.rows().stream().map(CaseRows::event).toList(), page.next());
  }

  /** Takes the mark off; refused where it is off already. */
  public Commit sent(CaseEvent event) {
    return table.commit(List.of(CaseRows.sent(event)));
  }
}
