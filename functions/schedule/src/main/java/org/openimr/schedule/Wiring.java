package org.openimr.schedule;

import java.time.InstantSource;
import org.openimr.records.Cases;
import org.openimr.records.Corrections;
import org.openimr.records.Journal;
import org.openimr.records.Lapses;
import org.openimr.records.Outbox;
import org.openimr.records.Precedents;
import org.openimr.records.Roster;
import org.openimr.records.Table;
import org.openimr.records.Uploads;

/** Puts the function together. */
final class Wiring {
  private Wiring() {}

  static StuckCases stuckCases(Table table, InstantSource clock, Journal journal) {
    return new StuckCases(new Cases(table), new Uploads(table), clock, journal);
  }

  static StuckLetters stuckLetters(Table table, InstantSource clock, Journal journal) {
    return new StuckLetters(new Precedents(table), clock, journal);
  }

  static StuckCorrections stuckCorrections(Table table, InstantSource clock, Journal journal) {
    return new StuckCorrections(new Corrections(table), clock, journal);
  }

  static DueClocks dueClocks(Table table, InstantSource clock, Journal journal) {
    return new DueClocks(new Cases(table), clock, journal);
  }

  static RosterWatch rosterWatch(Table table, InstantSource clock, Journal journal) {
    return new RosterWatch(new Roster(table), new Lapses(table), clock, journal);
  }

  static ChangeNews news(Table table, ChangeSink sink, Journal journal) {
    return new ChangeNews(new Outbox(table), sink, journal);
  }
}
