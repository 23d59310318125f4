package org.openimr.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.Decision;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.ReviewAction;
import org.openimr.letter.Determination.Item;
import org.openimr.letter.Determination.Overall;

/** What physicians make of a proposal. */
class FinalTest {
  private final Letter letter = new Letter();

  private Determination determination(Adoption adoption) {
    return letter.determination(Samples.file(), Samples.evaluation(), 1, adoption);
  }

  private Item item(Adoption adoption, int number) {
    return determination(adoption).items().get(number - 1);
  }

  @Test
  void statesWhatTheReviewersHaveDecided() {
    var determination = determination(SampleReviews.adoption());
    assertEquals(
        List.of(
            Determination.Kind.FINAL,
            Optional.of(Overall.PARTIALLY_OVERTURN),
            Optional.of(SampleReviews.adoption().decisionDate()),
            List.of(Decision.OVERTURNED, Decision.OVERTURNED, Decision.UPHELD)),
        List.of(
            determination.kind(),
            determination.overall(),
            determination.header().decisionDate(),
            determination.items().stream().map(Item::decision).toList()));
  }

  @Test
  void leavesNothingOfTheProposalInAnOverriddenItem() {
    var proposed = Samples.evaluation().items().get(1);
    var traces =
        Stream.concat(
                Stream.of(proposed.rule(), proposed.conclusion(), proposed.topicReason()),
                Stream.concat(
                    proposed.reviewerGuidelines().stream(),
                    proposed.criteria().stream().map(criterion -> criterion.finding())))
            .filter(text -> !text.isEmpty())
            .toList();
    var item = item(SampleReviews.adoption(), 2);
    assertEquals(
        List.of(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of()),
        List.of(
            traces.stream().filter(trace -> item.toString().contains(trace)).toList(),
            item.criteria(),
            item.topic(),
            item.edition(),
            item.searchSequence()));
  }

  @Test
  void givesWhatWasAskedWhereAReviewerAllowsIt() {
    assertEquals(amounts("120", "108", "120", "120"), amounts(item(SampleReviews.adoption(), 2)));
  }

  @Test
  void leavesWhatUtilizationReviewCertifiedWhereAReviewerRefuses() {
    var refused =
        SampleReviews.adoption(
            List.of(
                SampleReviews.reviewer(
                    "Texas",
                    SampleReviews.adopted(1, Decision.OVERTURNED),
                    SampleReviews.overridden(2, Decision.UPHELD, Samples.REPORT, "10/10"),
                    SampleReviews.overridden(3, Decision.UPHELD, Samples.REPORT, "10/10"))),
            new Adoption.Result(1, Decision.OVERTURNED, false),
            new Adoption.Result(2, Decision.UPHELD, false),
            new Adoption.Result(3, Decision.UPHELD, false));
    assertEquals(amounts("120", "108", "-", "108"), amounts(item(refused, 2)));
  }

  private static List<String> amounts(String... amounts) {
    return List.of(amounts);
  }

  private static List<String> amounts(Item item) {
    FourQuantities of = item.quantity();
    return Stream.of(of.requested(), of.certifiedByUr(), of.supported(), of.netEffect())
        .map(amount -> amount.map(BigDecimal::toPlainString).orElse("-"))
        .toList();
  }

  @Test
  void citesTheRulesEvidenceOnlyWhereItWasAdopted() {
    var everything =
        SampleReviews.adoption(
            List.of(
                SampleReviews.reviewer(
                    "Texas",
                    SampleReviews.overridden(1, Decision.UPHELD, Samples.UNDATED, "Heat"),
                    SampleReviews.overridden(2, Decision.UPHELD, Samples.UNDATED, "Heat"),
                    SampleReviews.overridden(3, Decision.UPHELD, Samples.UNDATED, "Heat"))),
            new Adoption.Result(1, Decision.UPHELD, false),
            new Adoption.Result(2, Decision.UPHELD, false),
            new Adoption.Result(3, Decision.UPHELD, false));
    // The summary still cites the progress report and the utilization review.
    assertEquals(
        Set.of("progress-report-2015-10-13", "therapy-note", "utilization-review-2015-10-21"),
        determination(everything).documents().stream()
            .filter(paper -> paper.use() == Determination.Use.USED)
            .map(Determination.Paper::id)
            .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void givesEachAnalysisWhereReviewersDisagree() {
    var panel =
        SampleReviews.adoption(
            List.of(
                SampleReviews.reviewer(
                    "Texas",
                    SampleReviews.adopted(1, Decision.OVERTURNED),
                    SampleReviews.overridden(2, Decision.OVERTURNED, Samples.REPORT, "10/10"),
                    SampleReviews.overridden(3, Decision.UPHELD, Samples.REPORT, "10/10")),
                SampleReviews.reviewer(
                    "Ohio",
                    SampleReviews.adopted(1, Decision.OVERTURNED),
                    SampleReviews.adopted(2, Decision.UPHELD),
                    SampleReviews.overridden(3, Decision.UPHELD, Samples.REPORT, "10/10"))),
            new Adoption.Result(1, Decision.OVERTURNED, false),
            new Adoption.Result(2, Decision.OVERTURNED, true),
            new Adoption.Result(3, Decision.UPHELD, false));
    String text =
        new String(
            letter.issued(Samples.file(), Samples.evaluation(), 1, panel).text(),
            StandardCharsets.UTF_8);
    assertEquals(
        List.of(1L, 1L, 1L, 1L),
        Stream.of(
                "evenly split. As many",
                "Reviewer 1. This reviewer decides: Overturned.",
                "Reviewer 2. This reviewer decides: Upheld.",
                "2 reviewers decided this case.")
            .map(sentence -> text.replace('\n', ' ').split(sentence, -1).length - 1L)
            .toList());
  }

  @Test
  void advisesAgainstStoppingADrugThatAReviewerRefuses() {
    var upheld =
        SampleReviews.adoption(
            List.of(
                SampleReviews.reviewer(
                    "Texas",
                    SampleReviews.adopted(1, Decision.OVERTURNED),
                    SampleReviews.overridden(2, Decision.UPHELD, Samples.REPORT, "10/10"),
                    SampleReviews.overridden(3, Decision.UPHELD, Samples.REPORT, "10/10"))),
            new Adoption.Result(1, Decision.OVERTURNED, false),
            new Adoption.Result(2, Decision.UPHELD, false),
            new Adoption.Result(3, Decision.UPHELD, false));
    assertEquals(
        List.of(true, false),
        List.of(
            item(upheld, 2).rationale().contains("Do not stop this drug suddenly."),
            item(SampleReviews.adoption(), 2)
                .rationale()
                .contains("Do not stop this drug suddenly.")));
  }

  @Test
  void failsToBuildWhereAReviewersAnchorDoesNotResolve() {
    var elsewhere =
        new ItemReview(
            1,
            ReviewAction.OVERRIDE,
            Decision.UPHELD,
            Optional.empty(),
            Optional.of("Because."),
            List.of(new Anchor("therapy-note", 1, 1, 0, 4, "Cold")));
    var adoption =
        SampleReviews.adoption(
            List.of(
                SampleReviews.reviewer(
                    "Texas",
                    elsewhere,
                    SampleReviews.overridden(2, Decision.UPHELD, Samples.REPORT, "10/10"),
                    SampleReviews.overridden(3, Decision.UPHELD, Samples.REPORT, "10/10"))),
            new Adoption.Result(1, Decision.UPHELD, false),
            new Adoption.Result(2, Decision.UPHELD, false),
            new Adoption.Result(3, Decision.UPHELD, false));
    assertThrows(UnresolvedAnchorException.class, () -> determination(adoption));
  }
}
