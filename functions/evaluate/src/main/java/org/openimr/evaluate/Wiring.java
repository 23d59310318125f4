package org.openimr.evaluate;

import java.time.InstantSource;
import java.util.function.Function;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Evaluation;
import org.openimr.guidelines.Evaluator;
import org.openimr.records.Backend;
import org.openimr.records.Bodies;
import org.openimr.records.Cases;
import org.openimr.records.Journal;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/** Puts the function together. */
final class Wiring {
  private Wiring() {}

  /** A step and where it is noted. */
  record Wired(EvaluationStep step, Journal journal) {}

  /** By the function's environment. */
  static Wired onAws() {
    var backend = Backend.aws(System.getenv());
    var clock = InstantSource.system();
    var journal = Journal.of("evaluate", clock, System.out);
    return new Wired(
        step(backend.table(), backend.objects(), backend.settings(), clock, journal), journal);
  }

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
