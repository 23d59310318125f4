package org.openimr.determine;

import java.time.InstantSource;
import org.openimr.letter.Letter;
import org.openimr.records.Backend;
import org.openimr.records.Bodies;
import org.openimr.records.Cases;
import org.openimr.records.Corrections;
import org.openimr.records.Journal;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/** Puts the function together. */
final class Wiring {
  private Wiring() {}

  /** The steps and where they are noted. */
  record Wired(Steps steps, Journal journal) {}

  /** By the function's environment. */
  static Wired onAws() {
    var backend = Backend.aws(System.getenv());
    var clock = InstantSource.system();
    var journal = Journal.of("determine", clock, System.out);
    return new Wired(
        steps(backend.table(), backend.objects(), backend.settings(), clock, journal), journal);
  }

  /** With the letter that it is deployed with. */
  static Steps steps(
      Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
    return steps(table, objects, settings, clock, journal, Letters.of(new Letter()));
  }

  /** With any letter. */
  static Steps steps(
      Table table,
      ObjectStore objects,
      Settings settings,
      InstantSource clock,
      Journal journal,
      Letters letters) {
    var cases = new Cases(table);
    var bodies = new Bodies(objects, settings);
    var drafts = new DocumentFolder(objects, settings.derived(), "determination");
    var finals = new DocumentFolder(objects, settings.determinations(), "determination");
    var beside = new DocumentFolder(objects, settings.determinations(), "correction");
    return new Steps(
        new ProposalStep(cases, bodies, letters, drafts, clock, journal),
        new IssueStep(cases, bodies, letters, finals, clock, journal),
        new CorrectionStep(new Corrections(table), bodies, letters, beside, clock, journal));
  }
}
