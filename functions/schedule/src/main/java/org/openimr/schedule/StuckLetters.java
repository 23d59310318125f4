package org.openimr.schedule;

import java.time.Duration;
import java.time.InstantSource;
import org.openimr.records.Commit;
import org.openimr.records.Journal;
import org.openimr.records.Precedents;

/**
 * The guarantee behind the stream for published determinations: one that is kept and not evaluated
 * has its row written again, which fires the stream; after five times its evaluation is given up,
 * and the letter stays as it is.
 */
final class StuckLetters {
  /** Longer than the event mapping keeps a record: until then a letter may be on its way. */
  private static final Duration PATIENCE = Duration.ofHours(2);

  private static final int ATTEMPTS = 5;

  private final Precedents precedents;
  private final InstantSource clock;
  private final Journal journal;

  StuckLetters(Precedents precedents, InstantSource clock, Journal journal) {
    this.precedents = precedents;
    this.clock = clock;
    this.journal = journal;
  }

  /** What a run did. */
  record Run(int startedAgain, int failed) {}

  /** Looks at every letter that has waited too long, once. */
  Run run() {
    var now = clock.instant();
    int startedAgain = 0;
    int failed = 0;
    for (Precedents.Waiting letter : precedents.waitingSince(now.minus(PATIENCE))) {
      // A refused write is no loss: the letter was evaluated, or gave way, or the index lagged.
      if (letter.attempt() < ATTEMPTS) {
        startedAgain += precedents.startAgain(letter, now) == Commit.DONE ? 1 : 0;
      } else if (precedents.giveUp(letter) == Commit.DONE) {
        failed++;
        var number = letter.letter().caseNumber();
        journal.note(Journal.Entry.of(Journal.Kind.PRECEDENT_FAILED, number));
      }
    }
    return new Run(startedAgain, failed);
  }
}
