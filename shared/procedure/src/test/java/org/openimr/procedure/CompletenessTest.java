package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.procedure.Papers.paper;
import static org.openimr.procedure.Papers.upload;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;

class CompletenessTest {
  private static final CaseDocument REVIEW =
      paper("u", DocumentType.UTILIZATION_REVIEW, "2015-10-21", "decision");
  private static final CaseDocument REPORT =
      paper("p", DocumentType.PROGRESS_REPORT, "2015-10-13", "report");

  @Test
  void neverRestsOnTheUtilizationReviewAlone() {
    assertEquals(
        new Readiness.NeedsRecords(
            List.of(
                Missing.CLINICAL_RECORD,
                Missing.REQUEST_FOR_AUTHORIZATION,
                Missing.APPLICATION_FORM)),
        Completeness.readiness(file(REVIEW)));
  }

  @Test
  void listsAMissingUtilizationReviewAndGoesOn() {
    assertEquals(
        new Readiness.Ready(
            List.of(
                Missing.UTILIZATION_REVIEW_DECISION,
                Missing.REQUEST_FOR_AUTHORIZATION,
                Missing.APPLICATION_FORM)),
        Completeness.readiness(file(REPORT)));
  }

  @Test
  void hasNoWayBackFromAClosedCase() {
    var reachable =
        List.of(CaseState.values()).stream()
            .filter(state -> Lifecycle.follows(CaseState.ISSUED, state))
            .toList();
    assertEquals(List.of(), reachable);
  }

  @Test
  void letsNewPapersReviseAProposal() {
    var next =
        List.of(CaseState.values()).stream()
            .filter(state -> Lifecycle.follows(CaseState.PROPOSED, state))
            .toList();
    assertEquals(
        List.of(
            CaseState.PENDING_RECORDS,
            CaseState.PARSED,
            CaseState.ADOPTED,
            CaseState.INELIGIBLE,
            CaseState.DEFERRED,
            CaseState.WITHDRAWN,
            CaseState.TERMINATED,
            CaseState.FAILED),
        next);
  }

  private static CaseFile file(CaseDocument... papers) {
    var upload =
        upload("u", FieldSource.CASE_JSON, Papers.items(DisputedItem.of("Massage Qty 6")), papers);
    return switch (Revisions.cut(Papers.CASE, List.of(upload))) {
      case Outcome.Accepted<CaseFile>(CaseFile file) -> file;
      case Outcome.Rejected<CaseFile>(var rejection) ->
          throw new AssertionError("refused: " + rejection.code());
    };
  }
}
