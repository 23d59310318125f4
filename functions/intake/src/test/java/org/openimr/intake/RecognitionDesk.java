package org.openimr.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.documents.FileOpener;
import org.openimr.reading.CaseReader;
import org.openimr.records.Bodies;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.RecognitionRow;
import org.openimr.records.Recognitions;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;
import org.openimr.records.memory.Faults;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;

/** Text recognition over a table, buckets and a service in memory. */
abstract class RecognitionDesk {
  static final CaseNumber CASE = new CaseNumber("CM15-0000001");
  static final FileOpener OPENER = new FileOpener();
  static final CaseReader READER = new CaseReader();
  static final Faults CALM = new Faults(0, false);
  static final String KEY = "incoming/CM15-0000001/report";
  static final String REPORT =
      """
      PROGRESS REPORT
      IMR Case Number: CM15-0000001
      Date of Service: 10/13/2015
      The worker has had neck pain for a year.""";
  static final String TABLE =
      """
      CURRENT MEDICATIONS
      Naproxen 550 mg 60
      Tramadol 50 mg 90
      Pain without medication is 8 of 10.
      """;

  final MemoryTable table = new MemoryTable();
  final MemoryObjects objects = new MemoryObjects();
  final RecordedTextract textract = new RecordedTextract();
  Instant now = Instant.parse("2015-11-12T10:00:00Z");

  IntakeHandler intake(Faults faults) {
    var intake =
        new Intake(
            new Uploads(faults.in(table)),
            new Originals(faults.in(objects), OPENER.budgets().uploadBytes()),
            Reading.of(OPENER, READER),
            Optional.of(scans(faults)),
            admission(faults),
            () -> now);
    return new IntakeHandler(
        new MessageIntake(new S3Events(Settings.EMBEDDED.caseFiles()), intake, Journal.silent()));
  }

  RecognitionHandler recognition(Faults faults) {
    return new RecognitionHandler(
        new RecognitionMessages(scans(faults).recognising(), Journal.silent()));
  }

  Intake.Scans scans(Faults faults) {
    return new ScanWiring(
            faults.in(table), faults.in(objects), Settings.EMBEDDED, () -> now, Journal.silent())
        .scans(OPENER, READER, admission(faults), textract.service());
  }

  Admission admission(Faults faults) {
    return Wiring.admission(
        faults.in(table), faults.in(objects), Settings.EMBEDDED, () -> now, Journal.silent());
  }

  void upload(String key, byte[] content) {
    objects.put(
        new ObjectName(Settings.EMBEDDED.caseFiles(), key), content, "application/octet-stream");
    assertEquals(
        List.of(), intake(CALM).handleRequest(created(key, 1), null).getBatchItemFailures());
  }

  List<String> answered(String job) {
    return deliver(message(KEY, job));
  }

  List<String> deliver(String message) {
    return failures(recognition(CALM).handleRequest(batch("m", message), null));
  }

  /** A quarter of an hour later the timer fires. */
  List<String> tick() {
    now = now.plus(Duration.ofMinutes(15));
    return failures(
        recognition(CALM).handleRequest(batch("timer", "{\"recognition\": \"go-on\"}"), null));
  }

  static List<String> failures(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  /** As Textract's topic tells it, delivered raw. */
  static String message(String key, String job) {
    return """
    {"JobId": "%s", "Status": "SUCCEEDED", "API": "StartDocumentTextDetection", "JobTag": "%s", "Timestamp": 1447322400000,
     "DocumentLocation": {"S3ObjectName": "%s", "S3Bucket": "imr-case-files"}}
    """
        .formatted(job, id(key), key);
  }

  static SQSEvent created(String key, int receipt) {
    var event =
        batch(
            "upload",
            """
            {"Records": [{"eventVersion": "2.1", "eventName": "ObjectCreated:Put",
              "s3": {"bucket": {"name": "imr-case-files"}, "object": {"key": "%s", "versionId": "1", "size": 9}}}]}
            """
                .formatted(key));
    event
        .getRecords()
        .getFirst()
        .setAttributes(Map.of("ApproximateReceiveCount", String.valueOf(receipt)));
    return event;
  }

  static SQSEvent batch(String id, String body) {
    var message = new SQSEvent.SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    var event = new SQSEvent();
    event.setRecords(new ArrayList<>(List.of(message)));
    return event;
  }

  static String id(String key) {
    return UploadRow.id(new ObjectName(Settings.EMBEDDED.caseFiles(), key), Optional.of("1"));
  }

  UploadRow row(String key) {
    return new Uploads(table).find(id(key)).orElseThrow();
  }

  Optional<RecognitionRow.State> state(String key) {
    return new Recognitions(table).find(id(key)).map(RecognitionRow::state);
  }

  CaseHead head() {
    return new Cases(table).head(CASE).orElseThrow();
  }

  List<CaseDocument> documents() {
    return new Bodies(objects, Settings.EMBEDDED)
        .get(head().caseFile(), CaseFile.class)
        .documents();
  }

  String text() {
    return documents().getFirst().text();
  }

  List<String> events() {
    return new Cases(table)
        .events(CASE).stream().map(event -> event.kind() + ": " + event.cause()).sorted().toList();
  }

  CaseHead closed(CaseHead head) {
    return new CaseHead(
        CASE,
        head.revision(),
        head.version() + 1,
        CaseState.WITHDRAWN,
        head.reason(),
        head.cutAt(),
        head.stateSince(),
        head.touchedAt(),
        0,
        head.due(),
        head.missing(),
        head.screening(),
        head.caseFile(),
        Optional.empty(),
        Optional.empty(),
        head.trail());
  }
}
