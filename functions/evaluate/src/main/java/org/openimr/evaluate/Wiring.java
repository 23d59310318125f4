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
import org.openimr.records.Precedents;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/** Puts the function together. */
final class Wiring {
  private Wiring() {}

  /** What is done for a case, and for a published determination. */
  record Steps(EvaluationStep ofCase, LetterStep ofLetter) {}

  /** Steps and where they are noted. */
  record Wired(Steps steps, Journal journal) {}

  /** By the function's environment. */
  static Wired onAws() {
    var backend = Backend.aws(System.getenv());
    var clock = InstantSource.system();
    var journal = Journal.of("evaluate", clock, System.out);
    return new Wired(
        steps(backend.table(), backend.objects(), backend.settings(), clock, journal), journal);
  }

  /** With the rule pack that it is deployed with. */
  static Steps steps(
      Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
    var evaluator = Evaluator.withInstalledPack();
    return steps(table, objects, settings, clock, journal, evaluator::evaluate);
  }

  /** With any evaluator. */
  static Steps steps(
      Table table,
      ObjectStore objects,
      Settings settings,
      InstantSource clock,
      Journal journal,
      Function<CaseFile, Evaluation> evaluator) {
    var bodies = new Bodies(objects, settings);
    return new Steps(
        new EvaluationStep(new Cases(table), bodies, evaluator, clock, journal),
        new LetterStep(new Precedents(table), bodies, evaluator, journal));
  }
}
