package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.api.Front.Ask;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.ClockName;
import org.openimr.procedure.Due;
import org.openimr.procedure.DueDates;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;
import org.openimr.records.memory.SampleCase;

/** Records that were due on Friday 2015-11-13; now it is the 20th. */
class CaseClocksTest {
  private static final DueDates DUE =
      new DueDates(
          List.of(
              Due.on(ClockName.RECORDS_BY_MAIL, LocalDate.parse("2015-11-13")),
              Due.on(ClockName.DETERMINATION, LocalDate.parse("2015-12-20")),
              Due.on(ClockName.DETERMINATION_LATEST, LocalDate.parse("2015-12-14"))));

  private static final DueDates WAITING =
      new DueDates(
          DUE.all().stream().filter(due -> due.clock() != ClockName.DETERMINATION).toList());

  private final Front front = new Front();

  private JsonNode clocks(CaseState state) {
    front.open(Front.OWN_CASE, "acme");
    var due = state == CaseState.PENDING_RECORDS ? WAITING : DUE;
    var head = SampleCase.parsed(front.table, front.objects, due);
    var after = in(state, new Cases(front.table).head(head.caseNumber()).orElseThrow());
    new Cases(front.table).startAgain(head, after, CaseEvent.of(after, "test", "MOVED", "x"));
    return front.send(Ask.get("/cases/" + Front.OWN_CASE).by(front.administrator("acme"))).json();
  }

  private static CaseHead in(CaseState state, CaseHead head) {
    return new CaseHead(
        head.caseNumber(),
        head.revision(),
        head.version() + 1,
        state,
        head.reason(),
        head.cutAt(),
        head.stateSince(),
        head.touchedAt(),
        head.attempt(),
        head.due(),
        head.missing(),
        head.screening(),
        head.caseFile(),
        head.evaluation(),
        head.proposal(),
        head.trail());
  }

  @Test
  void whileRecordsAreMissingTheirDelayIsReckoned() throws JsonProcessingException {
    var expected =
        new JsonMapper()
            .readTree(
                """
                {"records": "2015-11-13", "determination": null, "expeditedSince": null, "extended": false,
                 "all": [
                   {"clock": "RECORDS_BY_MAIL", "from": "NOTICE_MAILED", "due": "2015-11-13", "at": null, "runs": true,
                    "past": true, "source": "8 CCR 9792.10.5(a)(1)", "verified": true},
                   {"clock": "DETERMINATION_LATEST", "from": "ASSIGNED", "due": "2015-12-14", "at": null, "runs": true,
                    "past": false, "source": "8 CCR 9792.10.5; LC 4610.6", "verified": true}],
                 "penalty": {"for": "LATE_RECORDS", "since": "2015-11-13", "dollars": 3500}}
                """);
    assertEquals(expected, clocks(CaseState.PENDING_RECORDS).path("clocks"));
  }

  @Test
  void onceTheRecordsAreThereNoPenaltyRuns() {
    var clocks = clocks(CaseState.PARSED).path("clocks");
    var running = new ArrayList<String>();
    clocks
        .path("all")
        .forEach(
            clock -> {
              if (clock.path("runs").asBoolean()) {
                running.add(clock.path("clock").asText() + " " + clock.path("from").asText());
              }
            });
    assertEquals(
        List.of("null", List.of("DETERMINATION RECORDS_COMPLETE", "DETERMINATION_LATEST ASSIGNED")),
        List.of(clocks.path("penalty").toString(), running));
  }

  @Test
  void inAClosedCaseNoClockRuns() {
    assertEquals(
        false, clocks(CaseState.WITHDRAWN).path("clocks").toString().contains("\"runs\":true"));
  }

  /** After half past five in California a paper counts as the next business day's. */
  @Test
  void aPaperThatComesAfterItsClockIsLate() {
    clocks(CaseState.PENDING_RECORDS);
    var uploads = new Uploads(front.table);
    for (String at : List.of("2015-11-14T01:30:00Z", "2015-11-14T01:31:00Z")) {
      var row =
          UploadRow.received(
              new ObjectName(Settings.EMBEDDED.caseFiles(), "incoming/" + at),
              Optional.empty(),
              Optional.empty(),
              1,
              Instant.parse(at));
      uploads.receive(row);
      uploads.write(row.taken(UploadState.DUPLICATE, "1", SampleCase.CASE, Optional.empty()));
    }
    var late = new ArrayList<String>();
    front
        .send(Ask.get("/cases/" + Front.OWN_CASE + "/uploads").by(front.staff()))
        .json()
        .path("uploads")
        .forEach(upload -> late.add(upload.path("at").asText() + " " + upload.path("late")));
    assertEquals(
        List.of(
            "2015-11-12T10:00:00Z false",
            "2015-11-14T01:30:00Z false",
            "2015-11-14T01:31:00Z true"),
        late);
  }
}
