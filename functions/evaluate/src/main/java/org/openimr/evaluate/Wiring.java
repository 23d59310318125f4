package org.openimr.evaluate;

import java.time.InstantSource;
import java.util.function.Function;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Evaluation;
import org.openimr.guidelines.Evaluator;
import org.openimr.records.Bodies;
import org.openimr.records.Cases;
import org.openimr.records.Journal;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/** Puts the function together. */
final class Wiring {
  private Wiring() {}

  /** With the rule pack that it is deployed with. */
  static EvaluationStep step(
      Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
    var evaluator = Evaluator.withInstalledPack();
    return step(table, objects, settings, clock, journal, evaluator::evaluate);
  }

  /** With any evaluator. */
  static EvaluationStep step(
      Table table,
      ObjectStore objects,
      Settings settings,
      InstantSource clock,
      Journal journal,
      Function<CaseFile, Evaluation> evaluator) {
    return new EvaluationStep(
        new Cases(table), new Bodies(objects, settings), evaluator, clock, journal);
  }
}
