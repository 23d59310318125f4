package org.openimr.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.records.CaseEvent;
import org.openimr.records.Journal;
import org.openimr.records.Key;
import org.openimr.records.Outbox;

/**
 * Tells of the changes that nobody was told of, oldest first, each at least once: the mark is taken
 * off after the sink has taken a change, so a run that ends in between tells again, with the same
 * id.
 */
final class ChangeNews {
  private static final int PAGE = 100;
  private static final int TRIES = 3;

  /** Of one shard in a run: the next run goes on. */
  private static final int MOST = 1_000;

  private final Outbox outbox;
  private final ChangeSink sink;
  private final Journal journal;

  ChangeNews(Outbox outbox, ChangeSink sink, Journal journal) {
    this.outbox = outbox;
    this.sink = sink;
    this.journal = journal;
  }

  /** How many changes were told. */
  int run() {
    int told = 0;
    for (int shard = 0; shard < Outbox.SHARDS; shard++) {
      told += run(shard);
    }
    return told;
  }

  private int run(int shard) {
    int told = 0;
    int seen = 0;
    Optional<Key> after = Optional.empty();
    do {
      var page = outbox.unsent(shard, after, PAGE);
      for (int from = 0; from < page.events().size(); from += ChangeSink.MOST) {
        int to = Math.min(page.events().size(), from + ChangeSink.MOST);
        told += tell(page.events().subList(from, to));
      }
      seen += page.events().size();
      after = page.next();
    } while (after.isPresent() && seen < MOST);
    return told;
  }

  /** What is refused three times waits for the next run; a marking that is refused is done. */
  private int tell(List<CaseEvent> events) {
    var left = new ArrayList<>(events);
    for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
      var taken = sink.tell(left.stream().map(CaseChange::of).toList());
      for (CaseEvent event : List.copyOf(left)) {
        if (taken.contains(CaseChange.of(event).id())) {
          outbox.sent(event);
          left.remove(event);
        }
      }
    }
    left.forEach(
        event ->
            journal.note(Journal.Entry.of(Journal.Kind.CHANGE_UNTOLD, CaseChange.of(event).id())));
    return events.size() - left.size();
  }
}
