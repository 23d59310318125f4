package org.openimr.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CitedGuideline;
import org.openimr.casefile.Decision;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.ReviewAction;
import org.openimr.casefile.ReviewerCredentials;

/** Reviews of the sample case, and what its reviewers adopt. */
final class SampleReviews {
  private SampleReviews() {}

  static ItemReview adopted(int number, Decision decision) {
    return new ItemReview(
        number,
        ReviewAction.ADOPT,
        decision,
        Optional.empty(),
        Optional.of("The reports of both treating doctors agree on this."),
        List.of(Samples.anchor(Samples.REPORT, "Massage and chiropractic care")));
  }

  static ItemReview overridden(int number, Decision decision, CaseDocument document, String words) {
    return new ItemReview(
        number,
        ReviewAction.OVERRIDE,
        decision,
        Optional.of(
            new CitedGuideline("MTUS Chronic Pain Medical Treatment", "2009", "Own section")),
        Optional.of("My first reason is this.\n\nAnd this is my second."),
        List.of(Samples.anchor(document, words)));
  }

  static Adoption.Analysis reviewer(String state, ItemReview... reviews) {
    return new Adoption.Analysis(
        new ReviewerCredentials(List.of(state), List.of("MD"), List.of("Family Medicine")),
        List.of(reviews));
  }

  /** One reviewer adopts the massage, allows the opioid and refuses the sleeve. */
  static Adoption adoption() {
    return adoption(
        List.of(
            reviewer(
                "North Carolina",
                adopted(1, Decision.OVERTURNED),
                overridden(2, Decision.OVERTURNED, Samples.REPORT, "10/10 without her tablets"),
                overridden(3, Decision.UPHELD, Samples.REQUEST, "Compression sleeve, right arm."))),
        new Adoption.Result(1, Decision.OVERTURNED, false),
        new Adoption.Result(2, Decision.OVERTURNED, false),
        new Adoption.Result(3, Decision.UPHELD, false));
  }

  static Adoption adoption(List<Adoption.Analysis> reviewers, Adoption.Result... results) {
    return new Adoption(
        "case-file",
        "evaluation",
        "0123456789abcdef",
        LocalDate.of(2015, 12, 7),
        reviewers,
        List.of(results));
  }
}
