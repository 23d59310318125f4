package org.openimr.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.openimr.casefile.Code;
import org.openimr.records.Commit;
import org.openimr.records.CorrectionRow;
import org.openimr.records.Corrections;
import org.openimr.records.Journal;

/**
 * The guarantee behind the stream for corrections: one whose letter is due and not written has its
 * row written again, which fires the stream; after five times it fails. One that waits for a
 * reviewer is not due.
 */
final class StuckCorrections {
  private static final String ACTOR = "schedule";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int ATTEMPTS = 5;

  private final Corrections corrections;
  private final InstantSource clock;
  private final Journal journal;

  StuckCorrections(Corrections corrections, InstantSource clock, Journal journal) {
    this.corrections = corrections;
    this.clock = clock;
    this.journal = journal;
  }

  /** What a run did. */
  record Run(int startedAgain, int failed) {}

  /** Looks at every correction that has been due too long, once. */
  Run run() {
    var now = clock.instant();
    int startedAgain = 0;
    int failed = 0;
    for (CorrectionRow row : corrections.dueSince(now.minus(PATIENCE))) {
      // A refused write is no loss: the letter was written, or the index lagged.
      if (row.attempt() < ATTEMPTS) {
        startedAgain += corrections.startAgain(row, now) == Commit.DONE ? 1 : 0;
      } else {
        failed += fail(row, now);
      }
    }
    return new Run(startedAgain, failed);
  }

  private int fail(CorrectionRow row, Instant now) {
    var all = corrections.of(row.caseNumber());
    if (all.of(row.number()).filter(row::equals).isEmpty()) {
      return 0;
    }
    var after = row.failed(Code.PROCESSING_FAILED, now);
    var event = Corrections.event(all, after, ACTOR, "CORRECTION_FAILED");
    if (corrections.write(all, after, event) == Commit.REFUSED) {
      return 0;
    }
    journal.note(Journal.Entry.of(Journal.Kind.CORRECTION_FAILED, row.caseNumber()));
    return 1;
  }
}
