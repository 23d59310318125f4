package org.openimr.evaluate;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Evaluation;
import org.openimr.procedure.TurnedDecisions;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.EvaluationPointer;
import org.openimr.records.HeadImage;
import org.openimr.records.Journal;
import org.openimr.records.Redo;

/**
 * PARSED to EVALUATED: decides the items of a case's revision. A revision that has moved on, or is
 * evaluated already, is success without a write. A defect of the evaluation is thrown as it is: the
 * event mapping's retries end, and the schedule gives the case up after its own.
 */
final class EvaluationStep {
  private static final String ACTOR = "evaluate";

  private final Cases cases;
  private final Bodies bodies;
  private final Function<CaseFile, Evaluation> evaluator;
  private final InstantSource clock;
  private final Journal journal;

  EvaluationStep(
      Cases cases,
      Bodies bodies,
      Function<CaseFile, Evaluation> evaluator,
      InstantSource clock,
      Journal journal) {
    this.cases = cases;
    this.bodies = bodies;
    this.evaluator = evaluator;
    this.clock = clock;
    this.journal = journal;
  }

  /** Evaluates the revision that a stream record tells of. */
  void run(HeadImage image) {
    Redo.untilDone("Evaluate", () -> once(image));
  }

  private Optional<Commit> once(HeadImage image) {
    var head =
        cases
            .head(image.caseNumber())
            .filter(now -> now.state() == CaseState.PARSED && now.revision() == image.revision());
    if (head.isEmpty()) {
      return Optional.of(Commit.DONE);
    }
    var file = bodies.get(head.get().caseFile(), CaseFile.class);
    var evaluation = evaluator.apply(file);
    var pointer = EvaluationPointer.of(bodies.put(evaluation), evaluation);
    var turned =
        head.get()
            .trail()
            .lastEvaluation()
            .map(last -> TurnedDecisions.between(bodies.get(last, Evaluation.class), evaluation));
    var after = head.get().evaluated(pointer, turned.map(bodies::put), clock.instant());
    return write(head.get(), after, evaluation, turned);
  }

  private Optional<Commit> write(
      CaseHead before, CaseHead after, Evaluation evaluation, Optional<TurnedDecisions> turned) {
    var events = new ArrayList<CaseEvent>();
    events.add(CaseEvent.of(after, ACTOR, "EVALUATED", evaluation.rulePackVersion()));
    turned
        .filter(what -> !what.turns().isEmpty())
        .map(what -> CaseEvent.beside(after, ACTOR, "DECISIONS_TURNED", what.summary()))
        .ifPresent(events::add);
    var written = cases.evaluated(before, after, evaluation, events.toArray(CaseEvent[]::new));
    if (written == Commit.REFUSED) {
      return Optional.empty();
    }
    journal.note(Journal.Entry.of(Journal.Kind.CASE_EVALUATED, after));
    return Optional.of(Commit.DONE);
  }
}
