package org.openimr.determine;

import java.time.InstantSource;
import org.openimr.letter.Letter;
import org.openimr.records.Bodies;
import org.openimr.records.Cases;
import org.openimr.records.Journal;
import org.openimr.records.ObjectStore;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/** Puts the function together. */
final class Wiring {
  private Wiring() {}

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
