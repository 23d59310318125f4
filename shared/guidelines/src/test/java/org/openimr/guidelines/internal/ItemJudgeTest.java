package org.openimr.guidelines.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.guidelines.internal.FakeRecord.amount;
import static org.openimr.guidelines.internal.FakeRecord.on;
import static org.openimr.guidelines.internal.FakeRecord.standing;
import static org.openimr.guidelines.internal.FakeRecord.truth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Region;
import org.openimr.casefile.Search;
import org.openimr.casefile.Standing;
import org.openimr.casefile.Unit;
import org.openimr.casefile.UtilizationDecision;

class ItemJudgeTest {
  private static final ItemJudge JUDGE = new ItemJudge(TestPack.pack(), TestPack.dictionary());
  private static final FakeRecord NO_FACTS = FakeRecord.of();

  /** Pain is measured, function and work are not. */
  private static final FakeRecord PAIN_ONLY =
      FakeRecord.of(
          truth("onOpioid", true),
          amount("painWithoutMeds", 10),
          amount("painWithMeds", 7),
          standing(Standing.NOT_MEASURED, truth("functionMeasured", true)),
          standing(Standing.OTHER_PERSON, truth("returnToWork", true)));

  @Test
  void findsMassageWithinTheLimitNecessary() {
    assertEquals(
        "OVERTURNED [UNCHECKED_RULE] {active-care=NOT_DOCUMENTED, adjunct-care=NOT_APPLICABLE,"
            + " earlier-visits=MET!, quantity-stated=MET!, visit-limit=MET!}",
        summary(massage(6, NO_FACTS)));
  }

  @Test
  void findsMassageAboveTheLimitNotNecessary() {
    assertEquals(
        "UPHELD [UNCHECKED_RULE] {active-care=NOT_DOCUMENTED, adjunct-care=NOT_APPLICABLE,"
            + " earlier-visits=NOT_APPLICABLE, quantity-stated=MET, visit-limit=NOT_MET!}",
        summary(massage(12, NO_FACTS)));
  }

  @Test
  void countsOnlyEarlierVisitsOfTheSameTime() {
    var record = FakeRecord.of(on(LocalDate.of(2015, 11, 30), amount("priorMassageVisits", 6)));
    assertEquals(
        List.of(
            new NearestPassage(
                record.observations().getFirst().anchor(),
                "it is later than the decision under review")),
        search(massage(6, record), "earlier-visits").nearest());
  }

  @Test
  void givesTheRequestItselfAsEvidence() {
    assertEquals(
        List.of("Massage therapy to cervical spine (sessions)\n   Qty 6"),
        criterion(massage(6, NO_FACTS), "visit-limit").evidence().stream()
            .map(anchor -> anchor.quote())
            .toList());
  }

  @Test
  void upholdsAnOpioidWithoutMeasuredFunction() {
    assertEquals(
        "UPHELD [UNCHECKED_RULE] {acetaminophen-limit=NOT_DOCUMENTED, adverse-effects=NOT_DOCUMENTED,"
            + " dose-limit=MET, drug-behavior=NOT_DOCUMENTED, functional-measure=NOT_DOCUMENTED!,"
            + " long-acting-use=NOT_APPLICABLE, pain-relief=MET, quantity-stated=MET,"
            + " returned-to-work=NOT_DOCUMENTED!, tramadol-limit=NOT_APPLICABLE}",
        summary(opioid(PAIN_ONLY)));
  }

  @Test
  void saysWhatIsShownAndWhatIsMissing() {
    assertEquals(
        "Pain fell from 10/10 without medication to 7/10 with it. The records do not show that the"
            + " worker returned to work. The records do not measure function with the medication"
            + " against function without it or before it. The guideline asks for this before an"
            + " opioid goes on, so the request as written is not supported. To step down safely, the"
            + " guideline's section on weaning would allow at most 108 for one month: 10 percent less"
            + " than requested.",
        opioid(PAIN_ONLY).conclusion());
  }

  @Test
  void provesThatFunctionIsNotMeasured() {
    var passage = PAIN_ONLY.observations().get(3).anchor();
    assertEquals(
        new Search(
            List.of("adlImproved", "functionMeasured", "workRestrictionsReduced"),
            3,
            0,
            List.of(new NearestPassage(passage, Standing.NOT_MEASURED.why()))),
        search(opioid(PAIN_ONLY), "functional-measure"));
  }

  @Test
  void givesTheFourQuantitiesOfAModifiedItem() {
    assertEquals(
        new FourQuantities(
            number(120), number(108), number(108), number(108), Optional.of(Unit.TABLET)),
        opioid(PAIN_ONLY).quantity());
  }

  @Test
  void givesTheFourQuantitiesOfADeniedItemThatIsOverturned() {
    assertEquals(
        new FourQuantities(number(6), number(0), number(6), number(6), Optional.of(Unit.VISIT)),
        massage(6, NO_FACTS).quantity());
  }

  @Test
  void turnsTheOpioidWhenFunctionIsMeasuredAndImproved() {
    assertEquals(
        "OVERTURNED [REVIEW, UNCHECKED_RULE] {acetaminophen-limit=NOT_DOCUMENTED,"
            + " adverse-effects=NOT_DOCUMENTED, dose-limit=MET!, drug-behavior=NOT_DOCUMENTED,"
            + " functional-measure=MET!, long-acting-use=NOT_APPLICABLE, pain-relief=MET!,"
            + " quantity-stated=MET!, returned-to-work=NOT_DOCUMENTED,"
            + " tramadol-limit=NOT_APPLICABLE}",
        summary(opioid(withFunction())));
  }

  @Test
  void leavesAnItemOpenWhenAPageThatMayDecideIsUnreadable() {
    assertEquals(
        "UNDETERMINED [UNCHECKED_RULE] {acetaminophen-limit=NOT_READABLE!, adverse-effects=NOT_READABLE!,"
            + " dose-limit=MET, drug-behavior=NOT_READABLE!, functional-measure=NOT_READABLE!,"
            + " long-acting-use=NOT_APPLICABLE, pain-relief=MET, quantity-stated=MET,"
            + " returned-to-work=NOT_READABLE!, tramadol-limit=NOT_APPLICABLE}",
        summary(opioid(PAIN_ONLY.unreadable())));
  }

  @Test
  void judgesAFirstOpioidByTheSectionOnStarting() {
    assertEquals(Optional.of("opioids-start"), opioid(NO_FACTS).topic());
  }

  @Test
  void takesTheLatestRecord() {
    var record =
        FakeRecord.of(
            truth("onOpioid", true),
            truth("returnToWork", true),
            on(LocalDate.of(2015, 6, 1), truth("returnToWork", false)));
    assertEquals("MET", criterion(opioid(record), "returned-to-work").result().name());
  }

  @Test
  void flagsRecordsOfOneDayThatDisagree() {
    var record =
        FakeRecord.of(
            truth("onOpioid", true), truth("returnToWork", true), truth("returnToWork", false));
    assertEquals("[UNCHECKED_RULE, CONFLICTING_RECORDS]", opioid(record).flags().toString());
  }

  @Test
  void takesNoFactFromUtilizationReview() {
    var record =
        FakeRecord.of(
            truth("onOpioid", true),
            FakeRecord.in(DocumentType.UTILIZATION_REVIEW, truth("returnToWork", true)));
    assertEquals("NOT_DOCUMENTED", criterion(opioid(record), "returned-to-work").result().name());
  }

  @Test
  void takesNoFactOfAnotherDrug() {
    var record = FakeRecord.of(FakeRecord.about("tramadol", truth("onOpioid", true)));
    assertEquals(Optional.of("opioids-start"), opioid(record).topic());
  }

  @Test
  void takesNoFactOfAnotherBodyPart() {
    var record =
        FakeRecord.of(
            amount("priorMassageVisits", 6),
            FakeRecord.region(Region.KNEE, truth("functionalGain", true)));
    assertEquals("NOT_DOCUMENTED", criterion(massage(6, record), "earlier-visits").result().name());
  }

  @Test
  void takesNoStateThatIsOutOfDate() {
    var record =
        FakeRecord.of(
            truth("onOpioid", true), on(LocalDate.of(2013, 1, 1), truth("returnToWork", true)));
    assertEquals("NOT_DOCUMENTED", criterion(opioid(record), "returned-to-work").result().name());
  }

  @Test
  void flagsEditionsThatWouldDecideDifferently() {
    var record =
        FakeRecord.of(
            truth("onOpioid", true),
            truth("functionMeasured", true),
            amount("painWithoutMeds", 8),
            amount("painWithMeds", 7));
    var evaluation = SampleCase.between(2016, 7, 20, 2016, 8, 20).opioid(JUDGE, record);
    assertEquals("[REVIEW, EDITION_CONFLICT, UNCHECKED_RULE]", evaluation.flags().toString());
  }

  @Test
  void decidesTheSameWhateverUtilizationReviewDecided() {
    var expected = blind(JUDGE, Optional.empty());
    for (UtilizationDecision decision : UtilizationDecision.values()) {
      assertEquals(expected, blind(JUDGE, Optional.of(decision)));
    }
  }

  /** Both items without what utilization review decided on them. */
  private static List<ItemEvaluation> blind(
      ItemJudge judge, Optional<UtilizationDecision> decision) {
    var item =
        new DisputedItem(
            SampleCase.OPIOID,
            decision,
            decision.map(d -> List.of(d.name())).orElse(List.of()),
            decision.map(d -> BigDecimal.ONE),
            Optional.empty());
    var sample = SampleCase.between(2015, 10, 21, 2015, 11, 12);
    return List.of(withoutReview(sample.judge(judge, item, SampleCase.opioid(), PAIN_ONLY)));
  }

  private static ItemEvaluation withoutReview(ItemEvaluation of) {
    return new ItemEvaluation(
        of.number(),
        DisputedItem.of(of.item().description()),
        of.treatment(),
        of.decision(),
        of.edition(),
        of.flags(),
        new FourQuantities(
            of.quantity().requested(),
            Optional.empty(),
            of.quantity().supported(),
            Optional.empty(),
            of.quantity().unit()),
        of.reviewerGuidelines(),
        of.topic(),
        of.topicReason(),
        of.searchSequence(),
        of.criteria(),
        of.rule(),
        of.conclusion(),
        of.taper());
  }

  private static FakeRecord withFunction() {
    return FakeRecord.of(
        truth("onOpioid", true),
        amount("painWithoutMeds", 10),
        amount("painWithMeds", 7),
        truth("functionMeasured", true));
  }

  private static ItemEvaluation massage(int visits, FakeRecord record) {
    return SampleCase.between(2015, 10, 21, 2015, 11, 12).massage(JUDGE, visits, record);
  }

  private static ItemEvaluation opioid(FakeRecord record) {
    return SampleCase.between(2015, 10, 21, 2015, 11, 12).opioid(JUDGE, record);
  }

  private static Optional<BigDecimal> number(long number) {
    return Optional.of(BigDecimal.valueOf(number));
  }

  private static Criterion criterion(ItemEvaluation evaluation, String id) {
    return evaluation.criteria().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static Search search(ItemEvaluation evaluation, String id) {
    return criterion(evaluation, id).searched().orElseThrow();
  }

  /** Decision, flags and results; an exclamation mark where the decision rests on a criterion. */
  private static String summary(ItemEvaluation evaluation) {
    Map<String, String> results = new TreeMap<>();
    for (Criterion criterion : evaluation.criteria()) {
      results.put(criterion.id(), criterion.result() + (criterion.decided() ? "!" : ""));
    }
    return evaluation.decision() + " " + evaluation.flags() + " " + results;
  }
}
