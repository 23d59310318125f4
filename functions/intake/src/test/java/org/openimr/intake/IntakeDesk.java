package org.openimr.intake;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.UploadState;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.Cases;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;
import org.openimr.records.memory.Faults;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;

/** Intake over a table and buckets in memory, for one case. */
abstract class IntakeDesk {
  static final CaseNumber CASE = new CaseNumber("CM15-0000001");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2015-11-12T10:00:00Z"));

  final MemoryTable table = new MemoryTable();
  final MemoryObjects objects = new MemoryObjects();
  final Cases cases = new Cases(table);

  List<String> deliver(String... messages) {
    return Arrays.stream(messages)
        .flatMap(message -> deliver(new Faults(0, false), message).stream())
        .toList();
  }

  List<String> deliver(Faults faults, String message) {
    return failures(handler(faults).handleRequest(batch(Map.of("m", message)), null));
  }

  static List<String> failures(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  IntakeHandler handler(Faults faults) {
    return handler(faults, WordReading::read);
  }

  IntakeHandler handler(Reading reading) {
    return handler(new Faults(0, false), reading);
  }

  IntakeHandler handler(Faults faults, Reading reading) {
    var intake =
        Wiring.intake(
            faults.in(table),
            faults.in(objects),
            Settings.EMBEDDED,
            CLOCK,
            Journal.silent(),
            reading,
            500);
    return new IntakeHandler(
        new MessageIntake(new S3Events(Settings.EMBEDDED.caseFiles()), intake, Journal.silent()));
  }

  static SQSEvent batch(String id, String receipt, String message) {
    var event = batch(Map.of(id, message));
    event.getRecords().getFirst().setAttributes(Map.of("ApproximateReceiveCount", receipt));
    return event;
  }

  static SQSEvent batch(Map<String, String> messages) {
    var records = new ArrayList<SQSEvent.SQSMessage>();
    messages.forEach(
        (id, body) -> {
          var message = new SQSEvent.SQSMessage();
          message.setMessageId(id);
          message.setBody(body);
          records.add(message);
        });
    var event = new SQSEvent();
    event.setRecords(records);
    return event;
  }

  String put(String key, String content) {
    objects.put(
        new ObjectName(Settings.EMBEDDED.caseFiles(), key),
        content.getBytes(StandardCharsets.UTF_8),
        "text/plain");
    return created(key);
  }

  static String created(String key) {
    return S3EventsTest.message(
        S3EventsTest.record(
            "2.1",
            "ObjectCreated:Put",
            Settings.EMBEDDED.caseFiles(),
            URLEncoder.encode(key, StandardCharsets.UTF_8),
            ",\"versionId\":\"1\""));
  }

  Optional<UploadState> state(String key) {
    return new Uploads(table).find(id(key)).map(UploadRow::state);
  }

  static String id(String key) {
    return UploadRow.id(new ObjectName(Settings.EMBEDDED.caseFiles(), key), Optional.of("1"));
  }

  Map<String, Code> refusals() {
    var refusals = new HashMap<String, Code>();
    table.rows().stream()
        .filter(row -> row.key().partition().startsWith("UPLOAD#"))
        .map(row -> row.key().partition().substring("UPLOAD#".length()))
        .flatMap(id -> new Uploads(table).find(id).stream())
        .forEach(
            upload ->
                upload.reason().ifPresent(why -> refusals.put(upload.object().key(), why.code())));
    return refusals;
  }

  Bodies bodies() {
    return new Bodies(objects, Settings.EMBEDDED);
  }

  List<String> causes(String kind) {
    return cases.events(CASE).stream()
        .filter(event -> event.kind().equals(kind))
        .map(CaseEvent::cause)
        .toList();
  }

  /** Kinds of the case's events, by the order of their ids at one time. */
  List<String> kinds() {
    return cases.events(CASE).stream()
        .map(CaseEvent::kind)
        .sorted(java.util.Comparator.comparingInt("LATE_PAPER REVISION_CUT CLOSED"::indexOf))
        .toList();
  }
}
