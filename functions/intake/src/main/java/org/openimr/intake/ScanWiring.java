package org.openimr.intake;

import java.time.InstantSource;
import org.openimr.documents.FileOpener;
import org.openimr.reading.CaseReader;
import org.openimr.records.Bodies;
import org.openimr.records.Cases;
import org.openimr.records.Journal;
import org.openimr.records.ObjectStore;
import org.openimr.records.Precedents;
import org.openimr.records.Recognitions;
import org.openimr.records.Settings;
import org.openimr.records.Table;
import org.openimr.records.Uploads;

/** Puts together what recognises the text of pages that are only pictures. */
record ScanWiring(
    Table table, ObjectStore objects, Settings settings, InstantSource clock, Journal journal) {
  /** With a service; the same admission takes what waited for its text. */
  Intake.Scans scans(
      FileOpener opener, CaseReader reader, Admission admission, TextDetection service) {
    var recognitions = new Recognitions(table);
    var bodies = new Bodies(objects, settings);
    var uploads = new Uploads(table);
    var cases = new Cases(table);
    var scanning = new Scanning(opener, reader, objects, settings, recognitions, clock);
    var rereading =
        new Rereading(
            recognitions,
            uploads,
            cases,
            bodies,
            new Originals(objects, opener.budgets().uploadBytes()),
            scanning,
            admission,
            new Readmission(cases, uploads, new Precedents(table), bodies, clock),
            clock,
            journal);
    var recognising =
        new Recognising(recognitions, uploads, bodies, service, rereading, clock, journal);
    return new Intake.Scans(scanning, recognising);
  }
}
