package org.openimr.evaluate;

import java.util.Optional;
import java.util.function.Function;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.precedents.Precedent;
import org.openimr.reading.BlindCase;
import org.openimr.records.Bodies;
import org.openimr.records.Commit;
import org.openimr.records.Journal;
import org.openimr.records.LetterImage;
import org.openimr.records.LetterState;
import org.openimr.records.Precedents;
import org.openimr.records.Redo;

/**
 * Finds how the criteria of a published determination come out, as {@code replay} does: by the
 * installed rules, on the letter without its decisions. A letter that gave way to another, or is
 * evaluated already, is success without a write.
 */
final class LetterStep {
  private final Precedents precedents;
  private final Bodies bodies;
  private final Function<CaseFile, Evaluation> evaluator;
  private final Journal journal;
  private Optional<BlindCase> blind = Optional.empty();

  LetterStep(
      Precedents precedents,
      Bodies bodies,
      Function<CaseFile, Evaluation> evaluator,
      Journal journal) {
    this.precedents = precedents;
    this.bodies = bodies;
    this.evaluator = evaluator;
    this.journal = journal;
  }

  /** Evaluates the letter that a stream record tells of. */
  void run(LetterImage image) {
    if (image.state() == LetterState.KEPT) {
      Redo.untilDone("EvaluateLetter", () -> once(image));
    }
  }

  private Optional<Commit> once(LetterImage image) {
    var waiting = precedents.waiting(image.caseNumber());
    if (waiting.isEmpty()) {
      return Optional.of(Commit.DONE);
    }
    var kept = waiting.get().letter();
    var letter = bodies.get(kept.body(), PublishedDetermination.class);
    var items = Precedent.of(kept.caseNumber(), letter, evaluator.apply(blind().of(letter)));
    if (precedents.evaluated(kept, items) == Commit.REFUSED) {
      return Optional.empty();
    }
    journal.note(Journal.Entry.of(Journal.Kind.PRECEDENT_EVALUATED, kept.caseNumber()));
    return Optional.of(Commit.DONE);
  }

  /** Made at the first letter: most records are of cases. */
  private synchronized BlindCase blind() {
    BlindCase made = blind.orElseGet(BlindCase::new);
    blind = Optional.of(made);
    return made;
  }
}
