package org.openimr.intake;

import java.time.InstantSource;
import java.util.Optional;
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
    var opener = new FileOpener();
    return messages(
        backend.table(),
        backend.objects(),
        backend.settings(),
        clock,
        journal,
        opener,
        TextDetection.of(System.getenv()));
  }

  /** What goes on with text recognition, by the function's environment. */
  static RecognitionMessages recognitionOnAws() {
    var backend = Backend.aws(System.getenv());
    var clock = InstantSource.system();
    var journal = Journal.of("recognition", clock, System.out);
    var service = TextDetection.of(System.getenv()).orElseThrow();
    return recognition(
        backend.table(), backend.objects(), backend.settings(), clock, journal, service);
  }

  /** What goes on with text recognition, with any service. */
  static RecognitionMessages recognition(
      Table table,
      ObjectStore objects,
      Settings settings,
      InstantSource clock,
      Journal journal,
      TextDetection service) {
    var opener = new FileOpener();
    var admission = admission(table, objects, settings, clock, journal);
    var scans =
        new ScanWiring(table, objects, settings, clock, journal)
            .scans(opener, new CaseReader(), admission, service);
    return new RecognitionMessages(scans.recognising(), journal);
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
    return messages(table, objects, settings, clock, journal, opener, Optional.empty());
  }

  /** With a service that recognises text, or none. */
  static MessageIntake messages(
      Table table,
      ObjectStore objects,
      Settings settings,
      InstantSource clock,
      Journal journal,
      FileOpener opener,
      Optional<TextDetection> service) {
    var reader = new CaseReader();
    var admission = admission(table, objects, settings, clock, journal);
    var scans =
        service.map(
            by ->
                new ScanWiring(table, objects, settings, clock, journal)
                    .scans(opener, reader, admission, by));
    var intake =
        new Intake(
            new Uploads(table),
            new Originals(objects, opener.budgets().uploadBytes()),
            Reading.of(opener, reader),
            scans,
            admission,
            clock);
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
    return new Intake(
        new Uploads(table),
        new Originals(objects, largest),
        reading,
        Optional.empty(),
        admission(table, objects, settings, clock, journal),
        clock);
  }

  /** What gives uploads to their cases. */
  static Admission admission(
      Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
    return new Admission(
        new Cases(table),
        new Uploads(table),
        new Precedents(table),
        new Bodies(objects, settings),
        new Reasons(objects, settings),
        clock,
        journal);
  }
}
