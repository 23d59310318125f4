package org.openimr.api.internal.routes;

import java.util.Optional;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.records.Assignments;
import org.openimr.records.CaseAssignments;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.reviewers.Assignment;
import org.openimr.reviewers.Pseudonym;

/** A case before the reviewer who writes to it. */
final class ReviewDesk {
  private final Cases cases;
  private final Assignments assignments;

  ReviewDesk(Cases cases, Assignments assignments) {
    this.cases = cases;
    this.assignments = assignments;
  }

  /**
   * What a reviewer writes to.
   *
   * @param head as it is now, and as the caller has read it
   * @param reviewer the caller, who has attested for each party
   */
  record Opened(CaseHead head, CaseAssignments assignments, Pseudonym reviewer) {}

  /** Opens the case of a call; refused where the caller may not write to it now. */
  Outcome<Opened> open(Call call) {
    var number = call.theCase().caseNumber();
    var head = cases.head(number);
    if (head.isEmpty()) {
      return notUnderReview();
    }
    return Preconditions.matched(call, head.get())
        .then(
            same ->
                same.state() == CaseState.PROPOSED
                    ? attested(call, same, assignments.of(number))
                    : notUnderReview());
  }

  private static Outcome<Opened> attested(Call call, CaseHead head, CaseAssignments all) {
    var reviewer = Pseudonym.of(call.caller().subject());
    Optional<Assignment> own =
        all.assignments().stream()
            .filter(one -> reviewer.filter(one.reviewer()::equals).isPresent())
            .filter(Assignment::mayOpenFile)
            .findFirst();
    return own.isEmpty()
        ? Outcome.rejected(
            Code.NOT_ATTESTED,
            "Attest for each party of the case that you have no tie to it, and then decide.")
        : Outcome.accepted(new Opened(head, all, reviewer.orElseThrow()));
  }

  private static Outcome<Opened> notUnderReview() {
    return Outcome.rejected(
        Code.WRONG_STATE,
        "The case is not before its reviewers: nothing is proposed yet, or it is decided or"
            + " closed.");
  }
}
