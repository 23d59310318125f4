package org.openimr.intake;

import java.time.InstantSource;
import org.openimr.documents.FileOpener;
import org.openimr.reading.CaseReader;
import org.openimr.records.Backend;
import org.openimr.records.Bodies;
import org.openimr.records.Cases;
import org.openimr.records.Journal;
import org.openimr.records.ObjectStore;
import org.openimr.records.Precedents;
import org.openimr.records.Settings;
import org.openimr.records.Table;
import org.openimr.records.Uploads;

/** Puts the function together. */
final class Wiring {
  private Wiring() {}

  /** By the function's environment. */
  static MessageIntake onAws() {
    var backend = Backend.aws(System.getenv());
    var clock = InstantSource.system();
    var journal = Journal.of("intake", clock, System.out);
    return messages(backend.table(), backend.objects(), backend.settings(), clock, journal);
  }

  /** With the readers that it is deployed with. */
  static MessageIntake messages(
      Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
    return messages(table, objects, settings, clock, journal, new FileOpener());
  }

  /** With another opener. */
  static MessageIntake messages(
      Table table,
      ObjectStore objects,
      Settings settings,
      InstantSource clock,
      Journal journal,
      FileOpener opener) {
    var reading = Reading.of(opener, new CaseReader());
    long largest = opener.budgets().uploadBytes();
    var intake = intake(table, objects, settings, clock, journal, reading, largest);
    return new MessageIntake(new S3Events(settings.caseFiles()), intake, journal);
  }

  /** The import of published letters, by the function's environment. */
  static LetterImport importsOnAws() {
    var backend = Backend.aws(System.getenv());
    var clock = InstantSource.system();
    var journal = Journal.of("import", clock, System.out);
    return imports(backend.table(), backend.objects(), backend.settings(), clock, journal);
  }

  /** The import of published letters: as uploads are taken, and nothing else. */
  static LetterImport imports(
      Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
    var opener = new FileOpener();
    var reading = Reading.of(opener, new CaseReader()).publishedOnly();
    long largest = opener.budgets().uploadBytes();
    var intake = intake(table, objects, settings, clock, journal, reading, largest);
    return new LetterImport(intake, new Uploads(table), journal);
  }

  /** With any reader. */
  static Intake intake(
      Table table,
      ObjectStore objects,
      Settings settings,
      InstantSource clock,
      Journal journal,
      Reading reading,
      long largest) {
    var uploads = new Uploads(table);
    var admission =
        new Admission(
            new Cases(table),
            uploads,
            new Precedents(table),
            new Bodies(objects, settings),
            new Reasons(objects, settings),
            clock,
            journal);
    return new Intake(uploads, objects, reading, largest, admission, clock);
  }
}
