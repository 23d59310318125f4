package org.openimr.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.EligibilityRule;
import org.openimr.procedure.Missing;
import org.openimr.procedure.RevisionChange;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.Precedents;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;
import org.openimr.records.memory.Faults;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;

class IntakeHandlerTest {
  private static final CaseNumber CASE = new CaseNumber("CM15-0000001");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2015-11-12T10:00:00Z"));

  private final MemoryTable table = new MemoryTable();
  private final MemoryObjects objects = new MemoryObjects();
  private final Cases cases = new Cases(table);

  @Test
  void takesACaseFileIntoItsFirstRevision() {
    assertEquals(List.of(), deliver(put("incoming/a", "CM15-0000001 PROGRESS_REPORT report")));
    var head = cases.head(CASE).orElseThrow();
    assertEquals(CaseState.PARSED, head.state());
    assertEquals(1, head.revision());
    assertEquals(List.of("REVISION_CUT"), kinds());
    assertEquals(Optional.of(UploadState.ACCEPTED), state("incoming/a"));
  }

  @Test
  void endsInTheSameContentForAnyOrder() {
    var one = "CM15-0000001 PROGRESS_REPORT report";
    var two = "CM15-0000001 UTILIZATION_REVIEW decision";
    deliver(put("incoming/a", one), put("incoming/b", two));
    var other = new IntakeHandlerTest();
    other.deliver(other.put("incoming/b", two), other.put("incoming/a", one));
    assertEquals(
        cases.head(CASE).map(CaseHead::caseFile), other.cases.head(CASE).map(CaseHead::caseFile));
  }

  @Test
  void takesAnEventThatComesAgainOnce() {
    var message = put("incoming/a", "CM15-0000001 PROGRESS_REPORT report");
    deliver(message, message);
    var rows = table.rows();
    deliver(message);
    assertEquals(rows, table.rows());
  }

  @Test
  void marksTheSameContentAsDuplicate() {
    deliver(
        put("incoming/a", "CM15-0000001 PROGRESS_REPORT report"),
        put("incoming/b", "CM15-0000001 PROGRESS_REPORT report"));
    assertEquals(Optional.of(UploadState.DUPLICATE), state("incoming/b"));
    assertEquals(1, cases.head(CASE).orElseThrow().revision());
  }

  @Test
  void waitsForRecordsOnAUtilizationReviewAlone() {
    deliver(put("incoming/a", "CM15-0000001 UTILIZATION_REVIEW decision"));
    var head = cases.head(CASE).orElseThrow();
    assertEquals(CaseState.PENDING_RECORDS, head.state());
    assertEquals(
        List.of(
            Missing.CLINICAL_RECORD, Missing.REQUEST_FOR_AUTHORIZATION, Missing.APPLICATION_FORM),
        head.missing());
  }

  @Test
  void saysWhyAnUploadIsNotTaken() {
    deliver(
        put("incoming/none", "- PROGRESS_REPORT report"),
        put("incoming/CM15-0000002/ä b+c.txt", "CM15-0000001 PROGRESS_REPORT report"),
        put("incoming/damaged", "damaged"),
        put("incoming/large", "CM15-0000001 PROGRESS_REPORT " + "x".repeat(1000)),
        created("incoming/gone"));
    assertEquals(
        Map.of(
            "incoming/none", Code.NO_CASE_NUMBER,
            "incoming/CM15-0000002/ä b+c.txt", Code.CASE_NUMBER_MISMATCH,
            "incoming/damaged", Code.UNREADABLE_FILE,
            "incoming/large", Code.FILE_TOO_LARGE,
            "incoming/gone", Code.OBJECT_MISSING),
        refusals());
    assertEquals(Optional.empty(), cases.head(CASE));
  }

  @Test
  void leavesTheReasonWithoutAKeyOrContent() {
    deliver(put("incoming/CM15-0000001/Jane Roe.pdf", "damaged"));
    String id = id("incoming/CM15-0000001/Jane Roe.pdf");
    var reason = new ObjectName(Settings.EMBEDDED.derived(), "reasons/" + id + ".json");
    assertEquals(
        "{\"schema\":\"openimr/reason/1\",\"upload\":\""
            + id
            + "\",\"caseNumber\":\"CM15-0000001\",\"code\":\"UNREADABLE_FILE\","
            + "\"detail\":\"The file is damaged.\"}",
        new String(objects.bytes(reason), StandardCharsets.UTF_8));
  }

  @Test
  void keepsAPublishedDeterminationApart() {
    deliver(put("incoming/a", "CM15-0000001 published"));
    assertEquals(
        Optional.of(CASE), new Precedents(table).find(CASE).map(Precedents.Letter::caseNumber));
    assertEquals(Optional.empty(), cases.head(CASE));
    assertEquals(Optional.of(UploadState.PRECEDENT), state("incoming/a"));
  }

  @ParameterizedTest
  @EnumSource(
      value = CaseState.class,
      names = {"ADOPTED", "ISSUED", "INELIGIBLE", "DEFERRED", "WITHDRAWN", "TERMINATED"})
  void keepsALatePaperWithoutARevision(CaseState settled) {
    deliver(put("incoming/a", "CM15-0000001 PROGRESS_REPORT report"));
    settle(settled);
    deliver(put("incoming/b", "CM15-0000001 PROGRESS_REPORT another"));
    assertEquals(1, cases.head(CASE).orElseThrow().revision());
    assertEquals(Optional.of(UploadState.ACCEPTED), state("incoming/b"));
    assertEquals(List.of("LATE_PAPER", "REVISION_CUT", "CLOSED"), kinds());
  }

  @Test
  void goesOnByItselfWhenAClinicalRecordArrives() {
    deliver(put("incoming/a", "CM15-0000001 UTILIZATION_REVIEW decision"));
    deliver(put("incoming/b", "CM15-0000001 PROGRESS_REPORT report"));
    var head = cases.head(CASE).orElseThrow();
    assertEquals(CaseState.PARSED, head.state());
    assertEquals(2, head.revision());
    assertEquals(
        List.of(
            "documentsAdded=1 documentsRemoved=0 duplicatesAdded=0 fieldsChanged=0 conflictsAdded=0"),
        causes("REVISION_CHANGED"));
    assertEquals(
        new RevisionChange(List.of("repo"), List.of(), List.of(), List.of(), List.of()),
        bodies().get(head.trail().changes().orElseThrow(), RevisionChange.class));
  }

  @Test
  void defersACaseWhoseClaimsAdministratorDisputesLiabilityUntilItNoLongerDoes() {
    deliver(put("incoming/a", "CM15-0000001 PROGRESS_REPORT report"));
    deliver(put("incoming/b", "CM15-0000001 disputes liability"));
    var deferred = cases.head(CASE).orElseThrow();
    deliver(put("incoming/c", "CM15-0000001 CONSULTATION more"));
    var still = cases.head(CASE).orElseThrow();
    deliver(put("incoming/d", "CM15-0000001 accepts liability"));
    var goesOn = cases.head(CASE).orElseThrow();
    assertEquals(
        List.of(CaseState.DEFERRED, CaseState.DEFERRED, CaseState.PARSED),
        List.of(deferred.state(), still.state(), goesOn.state()));
    assertEquals(
        List.of(Optional.of(Code.LIABILITY_DISPUTED), Optional.empty()),
        List.of(deferred.reason().map(Rejection::code), goesOn.reason().map(Rejection::code)));
    assertEquals(4, goesOn.revision());
  }

  @Test
  void flagsADisputeThatWasDecidedBeforeAndGoesOn() {
    deliver(put("incoming/p", "CM15-0000001 published"));
    deliver(put("incoming/a", "CM15-0000001 PROGRESS_REPORT report"));
    var head = cases.head(CASE).orElseThrow();
    assertEquals(CaseState.PARSED, head.state());
    assertEquals(
        List.of(EligibilityRule.E03_DECISION_NOT_ATTACHED, EligibilityRule.E05_DUPLICATE),
        head.screening().orElseThrow().flags());
  }

  @Test
  void recordsAFileThatEndsTheProcessTwiceAndLeavesItClosed() {
    var message = put("incoming/a", "fatal");
    assertThrows(OutOfMemoryError.class, () -> deliver(message));
    assertThrows(OutOfMemoryError.class, () -> deliver(message));
    assertEquals(List.of(), deliver(message));
    assertEquals(Map.of("incoming/a", Code.PROCESSING_FAILED), refusals());
  }

  @Test
  void readsAFileWhoseEventComesAgainWhileItIsRead() {
    var message = put("incoming/a", "CM15-0000001 PROGRESS_REPORT report");
    var within = new ArrayList<List<String>>();
    var outer =
        handler(
            (bytes, hash) -> {
              for (String id : List.of("m", "n", "o")) {
                var inner = batch(id, "1", message);
                within.add(failures(handler(new Faults(0, false)).handleRequest(inner, null)));
              }
              return WordReading.read(bytes, hash);
            });
    assertEquals(List.of(), failures(outer.handleRequest(batch("m", "1", message), null)));
    assertEquals(List.of(List.of(), List.of(), List.of()), within);
    assertEquals(Optional.of(UploadState.ACCEPTED), state("incoming/a"));
  }

  @Test
  void doesNotRefuseAFileThatSeveralMessagesAreAboutAtOnce() {
    var message = put("incoming/a", "fatal");
    for (String id : List.of("m", "n", "o", "p")) {
      var once = batch(id, "1", message);
      assertThrows(
          OutOfMemoryError.class, () -> handler(new Faults(0, false)).handleRequest(once, null));
    }
    assertEquals(Optional.of(UploadState.RECEIVED), state("incoming/a"));
  }

  @Test
  void returnsOnlyTheMessageThatShowsADefectAndRefusesItsFileAtTheThirdTime() {
    var defect = put("incoming/a", "defect");
    var good = put("incoming/b", "CM15-0000001 PROGRESS_REPORT report");
    var lost = new ArrayList<List<String>>();
    for (String receipt : List.of("1", "2", "3")) {
      var both = batch("bad", receipt, defect);
      both.getRecords().addAll(batch("good", receipt, good).getRecords());
      lost.add(failures(handler(new Faults(0, false)).handleRequest(both, null)));
    }
    assertEquals(List.of(List.of("bad"), List.of("bad"), List.of()), lost);
    assertEquals(Map.of("incoming/a", Code.PROCESSING_FAILED), refusals());
    assertEquals(Optional.of(UploadState.ACCEPTED), state("incoming/b"));
  }

  @Test
  void doesNotCountAttemptsThatAServiceEnded() {
    var message = put("incoming/a", "CM15-0000001 PROGRESS_REPORT report");
    for (int i = 0; i < 5; i++) {
      assertEquals(List.of("m"), deliver(new Faults(3, true), message));
    }
    assertEquals(List.of(), deliver(message));
    assertEquals(Optional.of(UploadState.ACCEPTED), state("incoming/a"));
  }

  @Test
  void returnsOnlyTheMessagesThatMetAServiceError() {
    var events =
        batch(
            Map.of(
                "good",
                put("incoming/a", "CM15-0000001 PROGRESS_REPORT report"),
                "noise",
                "hello"));
    var response = handler(new Faults(0, false)).handleRequest(events, null);
    assertEquals(List.of(), response.getBatchItemFailures());
  }

  @Test
  void endsInOneResultWhicheverCallFails() {
    var expected = new IntakeHandlerTest().afterFaults(new Faults(0, false));
    var counted = new Faults(0, false);
    new IntakeHandlerTest().afterFaults(counted);
    for (int call = 1; call <= counted.calls(); call++) {
      for (boolean after : List.of(false, true)) {
        var result = new IntakeHandlerTest().afterFaults(new Faults(call, after));
        assertEquals(expected, result, "fault " + (after ? "after" : "before") + " call " + call);
      }
    }
  }

  /** What there is after a batch in which one call fails, and its return. */
  private List<Object> afterFaults(Faults faults) {
    var messages =
        List.of(
            put("incoming/a", "CM15-0000001 PROGRESS_REPORT report"),
            put("incoming/b", "CM15-0000001 UTILIZATION_REVIEW decision"),
            put("incoming/c", "CM15-0000003 published"),
            put("incoming/d", "damaged"));
    messages.forEach(message -> deliver(faults, message));
    messages.forEach(this::deliver);
    var head = cases.head(CASE).orElseThrow();
    return List.of(
        head.revision(),
        cases.documents(head),
        head.missing(),
        new TreeSet<>(objects.hashes().values()).last(),
        refusals(),
        kinds().size(),
        new Uploads(table).waitingSince(Instant.MAX));
  }

  private List<String> deliver(String... messages) {
    return Arrays.stream(messages)
        .flatMap(message -> deliver(new Faults(0, false), message).stream())
        .toList();
  }

  private List<String> deliver(Faults faults, String message) {
    return failures(handler(faults).handleRequest(batch(Map.of("m", message)), null));
  }

  private static List<String> failures(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private IntakeHandler handler(Faults faults) {
    return handler(faults, WordReading::read);
  }

  private IntakeHandler handler(Reading reading) {
    return handler(new Faults(0, false), reading);
  }

  private IntakeHandler handler(Faults faults, Reading reading) {
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

  private static SQSEvent batch(String id, String receipt, String message) {
    var event = batch(Map.of(id, message));
    event.getRecords().getFirst().setAttributes(Map.of("ApproximateReceiveCount", receipt));
    return event;
  }

  private static SQSEvent batch(Map<String, String> messages) {
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

  private String put(String key, String content) {
    objects.put(
        new ObjectName(Settings.EMBEDDED.caseFiles(), key),
        content.getBytes(StandardCharsets.UTF_8),
        "text/plain");
    return created(key);
  }

  private static String created(String key) {
    return S3EventsTest.message(
        S3EventsTest.record(
            "2.1",
            "ObjectCreated:Put",
            Settings.EMBEDDED.caseFiles(),
            URLEncoder.encode(key, StandardCharsets.UTF_8),
            ",\"versionId\":\"1\""));
  }

  private Optional<UploadState> state(String key) {
    return new Uploads(table).find(id(key)).map(UploadRow::state);
  }

  private static String id(String key) {
    return UploadRow.id(new ObjectName(Settings.EMBEDDED.caseFiles(), key), Optional.of("1"));
  }

  private Map<String, Code> refusals() {
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

  private Bodies bodies() {
    return new Bodies(objects, Settings.EMBEDDED);
  }

  private List<String> causes(String kind) {
    return cases.events(CASE).stream()
        .filter(event -> event.kind().equals(kind))
        .map(CaseEvent::cause)
        .toList();
  }

  /** Kinds of the case's events, by the order of their ids at one time. */
  private List<String> kinds() {
    return cases.events(CASE).stream()
        .map(CaseEvent::kind)
        .sorted(java.util.Comparator.comparingInt("LATE_PAPER REVISION_CUT CLOSED"::indexOf))
        .toList();
  }

  private void settle(CaseState state) {
    var head = cases.head(CASE).orElseThrow();
    var after =
        new CaseHead(
            CASE,
            head.revision(),
            head.version() + 1,
            state,
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
    // Not by advance: it lets no case be issued that was not adopted.
    assertEquals(
        Commit.DONE, cases.startAgain(head, after, CaseEvent.of(after, "staff", "CLOSED", "test")));
  }
}
