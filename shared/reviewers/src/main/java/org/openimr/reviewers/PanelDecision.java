package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.Code;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Outcome;

/**
 * What the reviewers of an item decide together (Labor Code 4610.6(e), text not verified): the
 * majority prevails, and an even split decides for the treatment.
 *
 * @param decision {@code UPHELD} or {@code OVERTURNED}
 * @param forTreatment how many find it medically necessary
 * @param evenSplit whether the split decided
 */
public record PanelDecision(
    Decision decision, int forTreatment, int againstTreatment, boolean evenSplit) {
  /** Whether each reviewer's analysis goes into the determination (Labor Code 4610.6(f)). */
  public boolean eachAnalysisIsGiven() {
    return forTreatment > 0 && againstTreatment > 0;
  }

  /**
   * Counts the votes of one item.
   *
   * @param approval needed for more than one reviewer
   * @param on the day of the decision
   */
  public static Outcome<PanelDecision> of(
      List<Vote> votes, Optional<WrittenApproval> approval, LocalDate on) {
    if (votes.isEmpty()) {
      return refused("Nobody has decided the item. A reviewer decides it first.");
    }
    if (votes.stream().map(Vote::reviewer).distinct().count() < votes.size()) {
      return refused("A reviewer has decided the item twice. One decision a reviewer counts.");
    }
    if (votes.stream().anyMatch(vote -> vote.decision() == Decision.UNDETERMINED)) {
      return refused("A reviewer has left the item open. Each reviewer upholds or overturns it.");
    }
    if (votes.size() > 1 && approval.isEmpty()) {
      return Outcome.rejected(
          Code.APPROVAL_MISSING,
          "Several reviewers have decided the item, and the Administrative Director's written"
              + " approval is not on record. Record it, or leave the decision to one reviewer.");
    }
    if (votes.size() > 1 && approval.orElseThrow().on().isAfter(on)) {
      return Outcome.rejected(
          Code.IMPOSSIBLE_DATES,
          "The Administrative Director's approval is dated after the decision. Correct the date.");
    }
    return Outcome.accepted(count(votes));
  }

  private static PanelDecision count(List<Vote> votes) {
    int forTreatment =
        (int) votes.stream().filter(vote -> vote.decision() == Decision.OVERTURNED).count();
    int against = votes.size() - forTreatment;
    return new PanelDecision(
        forTreatment >= against ? Decision.OVERTURNED : Decision.UPHELD,
        forTreatment,
        against,
        forTreatment == against);
  }

  private static Outcome<PanelDecision> refused(String sentence) {
    return Outcome.rejected(Code.VOTES_REFUSED, sentence);
  }
}
