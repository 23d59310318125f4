package org.openimr.determine;

import java.time.InstantSource;
import org.openimr.letter.Letter;
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
  record Wired(ProposalStep step, Journal journal) {}

  /** By the function's environment. */
  static Wired onAws() {
    var backend = Backend.aws(System.getenv());
    var clock = InstantSource.system();
    var journal = Journal.of("determine", clock, System.out);
    return new Wired(
        step(backend.table(), backend.objects(), backend.settings(), clock, journal), journal);
  }

  /** With the letter that it is deployed with. */
  static ProposalStep step(
      Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
    return step(table, objects, settings, clock, journal, Proposals.of(new Letter()));
  }

  /** With any letter. */
  static ProposalStep step(
      Table table,
      ObjectStore objects,
      Settings settings,
      InstantSource clock,
      Journal journal,
      Proposals proposals) {
    return new ProposalStep(
        new Cases(table),
        new Bodies(objects, settings),
        proposals,
        new DocumentFolder(objects, settings.derived()),
        clock,
        journal);
  }
}
