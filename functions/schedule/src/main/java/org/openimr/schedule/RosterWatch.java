package org.openimr.schedule;

import java.time.InstantSource;
import org.openimr.procedure.Clocks;
import org.openimr.records.Commit;
import org.openimr.records.Journal;
import org.openimr.records.Lapses;
import org.openimr.records.Roster;
import org.openimr.reviewers.ExpiryWatch;
import org.openimr.reviewers.Lapse;

/**
 * Looks once a day which licences and certifications of the roster lapse soon or have lapsed, and
 * marks each once before and once after: an event of the reviewer's entry and a line in the
 * journal, by pseudonym.
 */
final class RosterWatch {
  private static final String ACTOR = "schedule";

  /** Boards renew within weeks. */
  private static final int DAYS = 60;

  private final Roster roster;
  private final Lapses lapses;
  private final InstantSource clock;
  private final Journal journal;

  RosterWatch(Roster roster, Lapses lapses, InstantSource clock, Journal journal) {
    this.roster = roster;
    this.lapses = lapses;
    this.clock = clock;
    this.journal = journal;
  }

  /** How many were marked. The day is noted last: a run that breaks off is done again. */
  int run() {
    var now = clock.instant();
    var today = Clocks.day(now);
    if (lapses.watched(today)) {
      return 0;
    }
    var credentials = roster.all().stream().map(Roster.Entry::credentials).toList();
    int marked = 0;
    for (Lapse lapse : ExpiryWatch.lapses(credentials, today, DAYS)) {
      if (lapses.mark(lapse, ACTOR, now) == Commit.DONE) {
        journal.note(Journal.Entry.of(kind(lapse), lapse.reviewer().value()));
        marked++;
      }
    }
    lapses.watch(today, now);
    return marked;
  }

  private static Journal.Kind kind(Lapse lapse) {
    return lapse.lapsed() ? Journal.Kind.CREDENTIAL_LAPSED : Journal.Kind.CREDENTIAL_LAPSES_SOON;
  }
}
