package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.cloud.EventObserver;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;

/** A case whose papers come one after another into one cloud, with the functions at work. */
class CaseInPartsTest {
  private static final CaseNumber CASE = new CaseNumber("CM15-0212345");
  private static final Path EVENTS = Path.of("../../events");
  private static final Instant CUT = Instant.parse("2015-11-20T20:00:00Z");

  /** More visits than the guideline allows for, of which the first report says nothing. */
  private static final String LATER_REPORT =
      """
      PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)
      Patient: Rosalind Q. Sample
      Date of Birth: 03/14/1961
      Date of Exam: 10/16/2015

      TREATMENT TO DATE
      The patient has completed 12 massage therapy visits for the neck. There was no
      functional improvement with massage.
      """;

  @TempDir private Path folder;

  private EmbeddedCloud cloud;
  private Desk desk;
  private Uploading uploading;
  private String application;
  private String report;
  private String review;

  @BeforeEach
  void open() throws IOException {
    var clock = InstantSource.fixed(CUT);
    cloud = EmbeddedCloud.inMemory(clock);
    desk = Desk.withFunctions(cloud, new Functions(cloud, clock, EventObserver.SILENT));
    uploading = new Uploading(desk.objects(), desk.settings());
    String papers = Files.readString(EVENTS.resolve("case-file.txt"));
    int from = papers.indexOf("PRIMARY TREATING");
    int to = papers.indexOf("UTILIZATION REVIEW DETERMINATION");
    application = papers.substring(0, from);
    report = papers.substring(from, to);
    review = papers.substring(to);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void waitsForAClinicalRecordAndGoesOnByItselfWhenOneArrives() throws IOException {
    put(application + review);
    var waiting = head();
    put(report);
    assertEquals(
        List.of(CaseState.PENDING_RECORDS, CaseState.PROPOSED),
        List.of(waiting.state(), head().state()));
    assertEquals(
        List.of("REVISION_CUT", "REVISION_CUT", "EVALUATED", "PROPOSED"),
        new Cases(desk.table())
            .events(CASE).stream()
                .map(CaseEvent::kind)
                .filter(kind -> !kind.equals("REVISION_CHANGED"))
                .toList());
  }

  @Test
  void saysWhatARevisionChangedAndWhichDecisionsTurned() throws IOException {
    put(application + report + review);
    put(LATER_REPORT);
    assertEquals(
        "{\"documentsAdded\":[\"progress-report-2015-10-16\"],\"documentsRemoved\":[],"
            + "\"duplicatesAdded\":[],\"fields\":[],\"conflictsAdded\":[],"
            + "\"decisions\":[{\"item\":1,\"from\":\"OVERTURNED\",\"to\":\"UPHELD\"}]}",
        status().path("changes").toString());
  }

  @Test
  void showsTheChecklistTheClocksAndWhatStaffMustLookInto() throws IOException {
    put(application + report + review);
    JsonNode status = status();
    assertEquals(
        List.of("FOUND", "FOUND", "IF_ANY", "IF_ANY", "IF_ANY", "IF_ANY", "FOUND", "FOUND"),
        status.path("checklist").findValuesAsText("standing"));
    assertEquals("[]", status.path("eligibility").path("findings").toString());
    assertEquals(
        List.of("E01_NOT_SIGNED", "E10_OUTSIDE_THE_SYSTEM", "E11_NO_STANDING"),
        status.path("eligibility").path("forStaff").findValuesAsText("rule"));
    assertEquals(
        "{\"clock\":\"DETERMINATION\",\"due\":\"2015-12-20\",\"at\":null,"
            + "\"source\":\"LC 4610.6(d)(1)(B); 8 CCR 9792.10.6(g)(1)\",\"verified\":true}",
        status.path("dueDates").path("clocks").path(0).toString());
  }

  @Test
  void defersACaseByItsOwnCaseJsonAndTakesItUpAgain() throws IOException {
    String sample = Files.readString(EVENTS.resolve("case-file.json"));
    put(sample.replace("\"liabilityDisputed\": false", "\"liabilityDisputed\": true"));
    var deferred = head();
    put(sample);
    assertEquals(
        List.of(CaseState.DEFERRED, CaseState.PROPOSED), List.of(deferred.state(), head().state()));
  }

  private void put(String content) throws IOException {
    Path of = Files.createDirectories(folder.resolve(CASE.value()));
    uploading.put(Files.writeString(Files.createTempFile(of, "part", ".txt"), content));
    desk.settle(uploading.ids());
  }

  private CaseHead head() {
    return new Cases(desk.table()).head(CASE).orElseThrow();
  }

  private JsonNode status() throws IOException {
    assertEquals(Optional.of(CaseState.PROPOSED), Optional.of(head().state()));
    new CaseOutput(desk, folder.resolve("out")).write(CASE);
    return new ObjectMapper()
        .readTree(folder.resolve("out").resolve(CASE.value()).resolve("status.json").toFile());
  }
}
