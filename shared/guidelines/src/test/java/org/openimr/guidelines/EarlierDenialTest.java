package org.openimr.guidelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Physician;
import org.openimr.guidelines.internal.PackReader;
import org.openimr.reading.ClinicalSummary;
import org.openimr.reading.FactReader;
import org.openimr.reading.TreatmentReader;

/**
 * utilization review refused the same treatment within twelve months before the request
 * (Labor Code 4610(k)).
 */
class EarlierDenialTest {
  private static final LocalDate REQUEST = LocalDate.of(2016, 10, 14);
  private static final DatedCase CASE =
      new DatedCase(
          LocalDate.of(2015, 9, 1),
          REQUEST,
          LocalDate.of(2016, 10, 21),
          Optional.of(
              new Physician(
                  Optional.of("Ines Calloway, MD"),
                  Optional.empty(),
                  Optional.of("Bayside Spine"))));
  private static final String SAME = "Requesting Physician: Ines Calloway, MD";
  private static final Evaluator SHOWN = Evaluator.withInstalledPack();
  private static final Evaluator BINDING =
      Evaluator.with(
          PackReader.installed().with(EditionPolicy.UR_DATE, Map.of("EARLIER_DENIAL_STANDS", true)),
          new TreatmentReader(),
          new FactReader(),
          new ClinicalSummary());

  private static final String ITEM = "Acupuncture x 4, neck";
  private static final String GROUND = "Neck pain. She does not tolerate pain medication.";
  private static final CaseDocument LATE = report(REQUEST, GROUND);

  @Test
  void flagsADenialOnTheLastDayOfTwelveMonths() {
    var decided = decide(SHOWN, denial(REQUEST.minusMonths(12), ITEM), LATE);
    assertEquals("OVERTURNED [UNCHECKED_RULE, EARLIER_DENIAL] MET", summary(decided));
  }

  @Test
  void leavesADenialThatIsOlderThanTwelveMonths() {
    var decided = decide(SHOWN, denial(REQUEST.minusMonths(12).minusDays(1), ITEM), LATE);
    assertEquals("OVERTURNED [UNCHECKED_RULE] -", summary(decided));
  }

  @Test
  void findsNoChangeWhereTheRecordsSaidTheSameBefore() {
    LocalDate denied = REQUEST.minusMonths(3);
    var decided = decide(SHOWN, report(denied.minusDays(9), GROUND), denial(denied, ITEM), LATE);
    assertEquals("OVERTURNED [UNCHECKED_RULE, EARLIER_DENIAL] NOT_DOCUMENTED", summary(decided));
  }

  @Test
  void findsAChangeWhereTheRecordsSaidOtherwiseBefore() {
    LocalDate denied = REQUEST.minusMonths(3);
    var before = report(denied.minusDays(9), "Neck pain. She tolerates her pain medication well.");
    var decided = decide(SHOWN, before, denial(denied, ITEM), LATE);
    assertEquals("OVERTURNED [UNCHECKED_RULE, EARLIER_DENIAL] MET", summary(decided));
  }

  @Test
  void showsTheDenialAndTheNewFact() {
    var decided = decide(SHOWN, denial(REQUEST.minusMonths(3), ITEM), LATE);
    assertEquals(
        List.of(ITEM, "She does not tolerate pain medication."),
        change(decided).getFirst().evidence().stream().map(Anchor::quote).toList());
  }

  @Test
  void provesThatNothingChanged() {
    LocalDate denied = REQUEST.minusMonths(3);
    var decided = decide(SHOWN, report(denied.minusDays(9), GROUND), denial(denied, ITEM), LATE);
    assertEquals(
        "the records said so before that decision",
        change(decided).getFirst().searched().orElseThrow().nearest().getFirst().why());
  }

  @Test
  void tellsTheReaderWhenItWasRefused() {
    var decided = decide(SHOWN, denial(LocalDate.of(2016, 7, 14), ITEM), LATE);
    assertEquals(
        "It did so on 07/14/2016, when the same physician or practice asked. Facts that speak for"
            + " the request are new or changed since then.",
        change(decided).getFirst().finding());
  }

  @Test
  void tellsTheReaderThatWhoAskedIsNotShown() {
    var decided = decide(SHOWN, review(LocalDate.of(2016, 7, 14), ITEM, "Denied", ""), LATE);
    assertEquals(
        "It did so on 07/14/2016. The papers do not show whether the same physician or practice"
            + " asked then. Facts that speak for the request are new or changed since then.",
        change(decided).getFirst().finding());
  }

  @Test
  void leavesADenialOfAnotherPractice() {
    String asked = "Requesting Physician: Tomas Reyes, DO\nPractice Name: Foothill Orthopedics";
    var decided = decide(SHOWN, review(REQUEST.minusMonths(3), ITEM, "Denied", asked), LATE);
    assertEquals("OVERTURNED [UNCHECKED_RULE] -", summary(decided));
  }

  @Test
  void takesAColleagueOfOnePracticeForTheSame() {
    String asked =
        "Requesting Physician: Tomas Reyes, DO\nPractice Name: Bayside Spine Medical Group";
    LocalDate denied = REQUEST.minusMonths(3);
    var decided =
        decide(
            BINDING,
            report(denied.minusDays(9), GROUND),
            review(denied, ITEM, "Denied", asked),
            LATE);
    assertEquals("UPHELD [UNCHECKED_RULE, EARLIER_DENIAL] NOT_DOCUMENTED!", summary(decided));
  }

  @Test
  void bindsNobodyUnderTheStricterPolicyWhereWhoAskedIsNotShown() {
    LocalDate denied = REQUEST.minusMonths(3);
    var decided =
        decide(
            BINDING, report(denied.minusDays(9), GROUND), review(denied, ITEM, "Denied", ""), LATE);
    assertEquals("OVERTURNED [UNCHECKED_RULE, EARLIER_DENIAL] NOT_DOCUMENTED", summary(decided));
  }

  @Test
  void takesAnotherBodyPartForAnotherTreatment() {
    var decided =
        decide(SHOWN, denial(REQUEST.minusMonths(3), "Acupuncture x 4, right knee"), LATE);
    assertEquals("OVERTURNED [UNCHECKED_RULE] -", summary(decided));
  }

  @Test
  void takesAnotherAmountForTheSameTreatment() {
    var decided =
        decide(SHOWN, denial(REQUEST.minusMonths(3), "Acupuncture x 12, cervical spine"), LATE);
    assertEquals("OVERTURNED [UNCHECKED_RULE, EARLIER_DENIAL] MET", summary(decided));
  }

  @Test
  void leavesADenialForWantOfInformation() {
    var decided =
        decide(
            SHOWN, review(REQUEST.minusMonths(3), ITEM, "Conditionally non-certified", SAME), LATE);
    assertEquals("OVERTURNED [UNCHECKED_RULE] -", summary(decided));
  }

  @Test
  void leavesTheDecisionUnderReview() {
    var decided = decide(SHOWN, denial(CASE.review(), ITEM), LATE);
    assertEquals("OVERTURNED [UNCHECKED_RULE] -", summary(decided));
  }

  @Test
  void upholdsUnderTheStricterPolicyWithoutAChange() {
    LocalDate denied = REQUEST.minusMonths(3);
    var decided = decide(BINDING, report(denied.minusDays(9), GROUND), denial(denied, ITEM), LATE);
    assertEquals("UPHELD [UNCHECKED_RULE, EARLIER_DENIAL] NOT_DOCUMENTED!", summary(decided));
  }

  @Test
  void overturnsUnderTheStricterPolicyWithAChange() {
    var decided = decide(BINDING, denial(REQUEST.minusMonths(3), ITEM), LATE);
    assertEquals("OVERTURNED [UNCHECKED_RULE, EARLIER_DENIAL] MET", summary(decided));
  }

  private static CaseDocument report(LocalDate date, String text) {
    return DatedCase.paper("report-" + date, DocumentType.PROGRESS_REPORT, date, text);
  }

  private static CaseDocument denial(LocalDate date, String item) {
    return review(date, item, "Denied", SAME);
  }

  private static CaseDocument review(LocalDate date, String item, String decision, String asked) {
    return DatedCase.paper(
        "review-" + date,
        DocumentType.UTILIZATION_REVIEW,
        date,
        "UTILIZATION REVIEW DECISION\n" + asked + "\n1. " + item + "\n   Decision: " + decision);
  }

  private static ItemEvaluation decide(Evaluator evaluator, CaseDocument... papers) {
    var file = CASE.file(List.of(DisputedItem.of(ITEM)), new ArrayList<>(List.of(papers)));
    return evaluator.evaluate(file).items().getFirst();
  }

  private static List<Criterion> change(ItemEvaluation decided) {
    return decided.criteria().stream().filter(c -> c.id().equals("change-since-denial")).toList();
  }

  private static String summary(ItemEvaluation decided) {
    String change =
        change(decided).stream()
            .map(c -> c.result() + (c.decided() ? "!" : ""))
            .collect(Collectors.joining());
    return decided.decision() + " " + decided.flags() + " " + (change.isEmpty() ? "-" : change);
  }
}
