package org.openimr.reviewers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.Code;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.ReviewAction;
import org.openimr.casefile.ReviewerCredentials;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.TreatmentRequest;

/** What the reviewers of a case adopt together. */
class PanelTest {
  private static final LocalDate DAY = SampleReviewer.TODAY;
  private static final WrittenApproval APPROVAL =
      new WrittenApproval(DAY.minusDays(1), "0".repeat(64), 3);

  private static ItemReview review(int number, Decision decision) {
    return new ItemReview(
        number,
        ReviewAction.OVERRIDE,
        decision,
        Optional.empty(),
        Optional.of("Because."),
        List.of());
  }

  private static Panel.Member member(String pseudonym, ItemReview... reviews) {
    return member(SampleReviewer.fit(pseudonym), reviews);
  }

  private static Panel.Member member(SampleReviewer reviewer, ItemReview... reviews) {
    return new Panel.Member(
        new Pseudonym(reviewer.pseudonym()), reviewer.candidate().credentials(), List.of(reviews));
  }

  private static Evaluation evaluation(int items) {
    var treatment =
        new TreatmentRequest(
            TreatmentCategory.MASSAGE,
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);
    var all = new ArrayList<ItemEvaluation>();
    for (int number = 1; number <= items; number++) {
      all.add(
          new ItemEvaluation(
              number,
              DisputedItem.of("Massage"),
              treatment,
              Decision.UPHELD,
              Optional.empty(),
              Set.of(),
              new FourQuantities(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()),
              List.of(),
              Optional.empty(),
              "",
              List.of(),
              List.of(),
              "",
              "",
              false));
    }
    return new Evaluation(
        new org.openimr.casefile.CaseNumber("CM15-0000001"),
        "pack",
        EditionPolicy.UR_DATE,
        List.of(),
        all);
  }

  private static Outcome<Adoption> adopted(
      int items, Optional<WrittenApproval> approval, Panel.Member... members) {
    return new Panel(List.of(members), approval)
        .adopt("case-file", "evaluation", evaluation(items), DAY);
  }

  private static Code refusal(Outcome<Adoption> outcome) {
    return switch (outcome) {
      case Outcome.Rejected<Adoption>(var why) -> why.code();
      case Outcome.Accepted<Adoption> _ -> throw new AssertionError("accepted");
    };
  }

  private static List<Adoption.Result> results(Outcome<Adoption> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<Adoption>(var adoption) -> adoption.items();
      case Outcome.Rejected<Adoption>(var why) -> throw new AssertionError(why.detail());
    };
  }

  @Test
  void oneReviewerDecidesAlone() {
    var reviews = List.of(review(1, Decision.OVERTURNED), review(2, Decision.UPHELD));
    // As they were written: the adoption has them in the order of the items.
    var outcome = adopted(2, Optional.empty(), member("RV-000001", reviews.get(1), reviews.get(0)));
    assertEquals(
        Outcome.accepted(
            new Adoption(
                "case-file",
                "evaluation",
                "pack",
                DAY,
                List.of(
                    new Adoption.Analysis(
                        new ReviewerCredentials(
                            List.of("North Carolina"),
                            List.of("MD"),
                            List.of("Physical Medicine and Rehabilitation")),
                        reviews)),
                List.of(
                    new Adoption.Result(1, Decision.OVERTURNED, false),
                    new Adoption.Result(2, Decision.UPHELD, false)))),
        outcome);
  }

  @Test
  void anItemThatSomebodyLeftOutHoldsTheCaseUp() {
    assertEquals(
        Code.REVIEW_MISSING,
        refusal(
            adopted(
                1,
                Optional.of(APPROVAL),
                member("RV-000001", review(1, Decision.UPHELD)),
                member("RV-000002"))));
  }

  @Test
  void theMajorityPrevailsAndAnEvenSplitIsForTheTreatment() {
    assertEquals(
        List.of(
            new Adoption.Result(1, Decision.OVERTURNED, true),
            new Adoption.Result(2, Decision.UPHELD, false)),
        results(
            adopted(
                2,
                Optional.of(APPROVAL),
                member("RV-000001", review(1, Decision.UPHELD), review(2, Decision.UPHELD)),
                member("RV-000002", review(1, Decision.OVERTURNED), review(2, Decision.UPHELD)))));
  }

  @Test
  void severalNeedTheWrittenApproval() {
    assertEquals(
        Code.APPROVAL_MISSING,
        refusal(
            adopted(
                1,
                Optional.empty(),
                member("RV-000001", review(1, Decision.UPHELD)),
                member("RV-000002", review(1, Decision.UPHELD)))));
  }

  @Test
  void whoseLicencesHaveAllLapsedDecidesNothing() {
    var lapsed =
        SampleReviewer.fit("RV-000001")
            .holding(
                new Licence(
                    UsState.NC, LicenceKind.MD, LicenceStatus.UNRESTRICTED, DAY.minusDays(1)),
                new Licence(UsState.CA, LicenceKind.MD, LicenceStatus.RESTRICTED, DAY.plusDays(1)));
    assertEquals(
        Code.NO_CURRENT_LICENCE,
        refusal(adopted(1, Optional.empty(), member(lapsed, review(1, Decision.UPHELD)))));
  }
}
