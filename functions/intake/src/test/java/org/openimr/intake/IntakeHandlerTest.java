package org.openimr.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.EligibilityRule;
import org.openimr.procedure.Missing;
import org.openimr.procedure.RevisionChange;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Commit;
import org.openimr.records.ObjectName;
import org.openimr.records.Precedents;
import org.openimr.records.Settings;

/** What intake takes in, and what it says of the rest. */
class IntakeHandlerTest extends IntakeDesk {
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
