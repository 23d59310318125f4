package org.openimr.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.Journal;
import org.openimr.records.Uploads;

/**
 * The guarantee behind the stream: a case that is left in a state which a function should have
 * moved on has its head written again, which fires the stream; after five times it fails.
 *
 * <p>Uploads on which nothing is decided are only counted: the queue delivers them again by itself,
 * and its dead-letter queue has an alarm.
 */
final class StuckCases {
  private static final String ACTOR = "schedule";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration UPLOAD_PATIENCE = Duration.ofHours(1);
  private static final int ATTEMPTS = 5;
  private static final List<CaseState> MOVING =
      List.of(CaseState.PARSED, CaseState.EVALUATED, CaseState.ADOPTED);

  private final Cases cases;
  private final Uploads uploads;
  private final InstantSource clock;
  private final Journal journal;

  StuckCases(Cases cases, Uploads uploads, InstantSource clock, Journal journal) {
    this.cases = cases;
    this.uploads = uploads;
    this.clock = clock;
    this.journal = journal;
  }

  /** What a run did. */
  record Run(int startedAgain, int failed, int uploadsWaiting) {}

  /** Looks at every case once. */
  Run run() {
    var now = clock.instant();
    int startedAgain = 0;
    int failed = 0;
    for (CaseState state : MOVING) {
      for (CaseHead head : cases.in(state)) {
        if (head.state() != state || head.touchedAt().plus(PATIENCE).isAfter(now)) {
          continue;
        }
        if (head.attempt() < ATTEMPTS) {
          startedAgain += startAgain(head, now);
        } else {
          failed += fail(head, now);
        }
      }
    }
    return new Run(startedAgain, failed, uploadsWaiting(now));
  }

  /** A refused write is no loss: somebody moved the case on, or the index lagged behind. */
  private int startAgain(CaseHead head, Instant now) {
    var after = head.startedAgain(now);
    var event = CaseEvent.of(after, ACTOR, "STARTED_AGAIN", "attempt " + after.attempt());
    return noted(cases.startAgain(head, after, event), after, Journal.Kind.CASE_STARTED_AGAIN);
  }

  private int fail(CaseHead head, Instant now) {
    var after =
        head.failed(
            Code.PROCESSING_FAILED,
            "Processing was tried " + ATTEMPTS + " times and did not end. Staff has been told.",
            now);
    var event = CaseEvent.of(after, ACTOR, "FAILED", head.state().name());
    return noted(cases.advance(head, after, event), after, Journal.Kind.CASE_FAILED);
  }

  private int noted(Commit commit, CaseHead after, Journal.Kind kind) {
    if (commit == Commit.REFUSED) {
      return 0;
    }
    journal.note(Journal.Entry.of(kind, after));
    return 1;
  }

  private int uploadsWaiting(Instant now) {
    var waiting = uploads.waitingSince(now.minus(UPLOAD_PATIENCE));
    waiting.forEach(upload -> journal.note(Journal.Entry.of(Journal.Kind.UPLOAD_WAITING, upload)));
    return waiting.size();
  }
}
