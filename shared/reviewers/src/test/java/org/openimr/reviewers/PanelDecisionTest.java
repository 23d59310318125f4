package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.casefile.Decision.OVERTURNED;
import static org.openimr.casefile.Decision.UNDETERMINED;
import static org.openimr.casefile.Decision.UPHELD;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Code;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Outcome;

class PanelDecisionTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Optional<WrittenApproval> APPROVED =
      Optional.of(new WrittenApproval(DAY, "0".repeat(64), 3));

  @Test
  void followsOneReviewerWithoutApproval() {
    assertEquals(
        Outcome.accepted(new PanelDecision(UPHELD, 0, 1, false)),
        PanelDecision.of(votes(UPHELD), Optional.empty(), DAY));
  }

  @Test
  void followsTheMajority() {
    assertEquals(
        Outcome.accepted(new PanelDecision(UPHELD, 1, 2, false)),
        PanelDecision.of(votes(UPHELD, OVERTURNED, UPHELD), APPROVED, DAY));
  }

  @Test
  void decidesForTheTreatmentOnAnEvenSplit() {
    assertEquals(
        Outcome.accepted(new PanelDecision(OVERTURNED, 1, 1, true)),
        PanelDecision.of(votes(OVERTURNED, UPHELD), APPROVED, DAY));
  }

  @Test
  void givesEachAnalysisWhereReviewersDisagree() {
    assertEquals(
        List.of(true, false),
        List.of(
            new PanelDecision(OVERTURNED, 2, 1, false).eachAnalysisIsGiven(),
            new PanelDecision(OVERTURNED, 3, 0, false).eachAnalysisIsGiven()));
  }

  @Test
  void refusesSeveralReviewersWithoutApproval() {
    assertEquals(
        Code.APPROVAL_MISSING,
        code(PanelDecision.of(votes(UPHELD, UPHELD), Optional.empty(), DAY)));
  }

  @Test
  void refusesAnApprovalAfterTheDecision() {
    assertEquals(
        Code.IMPOSSIBLE_DATES,
        code(PanelDecision.of(votes(UPHELD, UPHELD), APPROVED, DAY.minusDays(1))));
  }

  @Test
  void refusesNoVoteAnOpenOneAndOneCastTwice() {
    var twice = List.of(votes(UPHELD).getFirst(), votes(UPHELD).getFirst());
    assertEquals(
        List.of(Code.VOTES_REFUSED, Code.VOTES_REFUSED, Code.VOTES_REFUSED),
        List.of(
            code(PanelDecision.of(List.of(), APPROVED, DAY)),
            code(PanelDecision.of(votes(UNDETERMINED), APPROVED, DAY)),
            code(PanelDecision.of(twice, APPROVED, DAY))));
  }

  private static List<Vote> votes(Decision... decisions) {
    return IntStream.range(0, decisions.length)
        .mapToObj(n -> new Vote(new Pseudonym("RV-%06d".formatted(n)), decisions[n]))
        .toList();
  }

  private static Code code(Outcome<PanelDecision> outcome) {
    return switch (outcome) {
      case Outcome.Rejected<PanelDecision>(var rejection) -> rejection.code();
      case Outcome.Accepted<PanelDecision>(var decision) -> throw new AssertionError("accepted");
    };
  }
}
