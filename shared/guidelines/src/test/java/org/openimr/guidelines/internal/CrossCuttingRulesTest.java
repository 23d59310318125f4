package org.openimr.guidelines.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.guidelines.internal.FakeRecord.amount;
import static org.openimr.guidelines.internal.FakeRecord.on;
import static org.openimr.guidelines.internal.FakeRecord.truth;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Employee;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Side;
import org.openimr.casefile.UtilizationDecision;
import org.openimr.reading.TreatmentReader;

/**
 * Rules of the domain brief (5.1), each by items of one case, which go
 * by papers, are in {@code WrittenCasesTest} and {@code EarlierDenialTest}.
 */
class CrossCuttingRulesTest {
  private static final CaseJudge JUDGE = new CaseJudge(TestPack.pack(), TestPack.dictionary());
  private static final TreatmentReader READER = new TreatmentReader();
  private static final LocalDate INJURY = LocalDate.of(2016, 7, 1);
  private static final LocalDate REVIEW = LocalDate.of(2016, 10, 21);
  private static final String BOTH_ARMS = "EMG/NCS of the bilateral upper extremities";

  @Test
  void r01DecidesABundleAsOne() {
    var record = FakeRecord.of(truth("armWeakness", true), truth("improvingOnCare", false));
    assertEquals(
        "UPHELD mri-cervical",
        first(judge(record, "MRI of the cervical and lumbar spine"))
            .replace("mri-lumbar", "mri-cervical"));
  }

  @Test
  void r01AsksForFindingsOnBothSides() {
    assertEquals("UPHELD electrodiagnostic", first(judge(arms(Side.RIGHT), BOTH_ARMS)));
  }

  @Test
  void r01TakesFindingsOnBothSides() {
    assertEquals("OVERTURNED electrodiagnostic", first(judge(arms(Side.BILATERAL), BOTH_ARMS)));
  }

  @Test
  void r02TestsTheOriginalRequest() {
    assertEquals(
        "UPHELD physical-therapy",
        first(
            judge(
                FakeRecord.of(truth("tenderness", true)),
                "Physical therapy, neck, 8 sessions (6 authorized; 2 in dispute)")));
  }

  @Test
  void r03FindsNoEndInARequestWithoutAnAmount() {
    assertEquals(
        "UPHELD acupuncture",
        first(judge(FakeRecord.of(truth("medicationNotTolerated", true)), "Acupuncture, neck")));
  }

  @Test
  void r04TakesARangeThatMayStopAtTheTrial() {
    assertEquals(
        "OVERTURNED acupuncture",
        first(
            judge(
                FakeRecord.of(truth("medicationNotTolerated", true)),
                "Acupuncture 1-2x week x 4 weeks, neck")));
  }

  @Test
  void r05AsksForGainBeforeMoreCare() {
    var record =
        FakeRecord.of(truth("medicationNotTolerated", true), truth("priorAcupuncture", true));
    assertEquals("UPHELD acupuncture", first(judge(record, "Acupuncture x 4, neck")));
  }

  @Test
  void r06DependentsFollowAnOperationThatIsNotNecessary() {
    var record = FakeRecord.of(truth("comorbidity", true));
    assertEquals(
        List.of(
            "UPHELD shoulder-surgery", "UPHELD surgical-dependents", "UPHELD surgical-dependents"),
        all(
            judge(
                record,
                "Right shoulder arthroscopy",
                "Associated surgical service: Pre-operative medical clearance",
                "Post-op physical therapy, 12 visits, right shoulder")));
  }

  @Test
  void r06AnAdjunctModalityFollowsItsVisits() {
    assertEquals(
        List.of("UPHELD acupuncture", "UPHELD surgical-dependents"),
        all(judge(FakeRecord.of(), "Acupuncture 2x6, low back", "Infrared heat 2x6, low back")));
  }

  @Test
  void r07JudgesADependentOfAnAuthorizedOperationByItself() {
    var record = FakeRecord.of(truth("comorbidity", true));
    var items =
        List.of(
            item("Right shoulder arthroscopy", UtilizationDecision.APPROVED),
            item("Pre-operative medical clearance", UtilizationDecision.DENIED));
    assertEquals("OVERTURNED surgical-services", all(judge(record, items)).getLast());
  }

  @Test
  void r08UpholdsWhatTheGuidelineAdvisesAgainst() {
    assertEquals("UPHELD discogram", first(judge(FakeRecord.of(), "Lumbar discogram")));
  }

  @Test
  void r09NamesTheNextSourceWhereTheScheduleIsSilent() {
    var item = judge(FakeRecord.of(), "Sleep study").getFirst();
    assertEquals(
        List.of("1 MTUS", "2A Official Disability Guidelines"),
        item.searchSequence().stream().map(s -> s.step() + " " + s.searched()).toList());
  }

  @Test
  void r10OnePartSinksACompound() {
    assertEquals(
        "UPHELD compounds",
        first(
            judge(
                FakeRecord.of(truth("oralNotTolerated", true)),
                "Methyl salicylate 15%/Gabapentin 6% cream, 60 gm")));
  }

  @Test
  void r12CountsThePhaseToTheRequest() {
    var record = FakeRecord.of(truth("spasmOnExam", true), truth("onNsaid", true));
    assertEquals("UPHELD muscle-relaxants", first(judge(record, "Flexeril 10mg #30")));
  }

  @Test
  void r13ShowsActiveCareBesidePassiveCare() {
    var record =
        FakeRecord.of(truth("medicationNotTolerated", true), truth("activeCarePlanned", true));
    var item = judge(record, "Acupuncture x 4, neck").getFirst();
    assertEquals("MET", criterion(item, "active-care").result().name());
  }

  @Test
  void r13DoesNotRefuseForWantOfIt() {
    var record = FakeRecord.of(truth("medicationNotTolerated", true), truth("homeExercise", false));
    assertEquals("OVERTURNED acupuncture", first(judge(record, "Acupuncture x 4, neck")));
  }

  @Test
  void r14AdvisesATaper() {
    var record = FakeRecord.of(truth("onOpioid", true));
    assertEquals(true, judge(record, "Norco 10/325mg #60").getFirst().taper());
  }

  @Test
  void r15TakesAStartBeforeThereIsBenefit() {
    var record = FakeRecord.of(truth("neuropathicPain", true), truth("drugStart", true));
    assertEquals("OVERTURNED antiepileptics", first(judge(record, "Gabapentin 300mg #90")));
  }

  @Test
  void r15AsksForBenefitBeforeADrugGoesOn() {
    var record = FakeRecord.of(truth("neuropathicPain", true), truth("drugStart", false));
    assertEquals("UPHELD antiepileptics", first(judge(record, "Gabapentin 300mg #90")));
  }

  @Test
  void r15FlagsSeveralDrugsThatAreBegunAtOnce() {
    var record =
        FakeRecord.of(
            truth("neuropathicPain", true), truth("drugStart", true), amount("drugsStarted", 2));
    assertEquals(
        "[REVIEW, UNCHECKED_RULE]",
        judge(record, "Gabapentin 300mg #90").getFirst().flags().toString());
  }

  @Test
  void r16CountsNoRecordAfterTheDayOfService() {
    var late = on(LocalDate.of(2016, 9, 1), truth("medicationNotTolerated", true));
    var item =
        new DisputedItem(
            "Retrospective: acupuncture x 4, neck",
            Optional.of(UtilizationDecision.DENIED),
            List.of(),
            Optional.empty(),
            Optional.of(LocalDate.of(2016, 8, 1)));
    assertEquals("UPHELD acupuncture", first(judge(FakeRecord.of(late), List.of(item))));
  }

  @Test
  void r17CountsNoRecordAfterTheDecisionUnderReview() {
    var late = on(LocalDate.of(2016, 11, 1), truth("medicationNotTolerated", true));
    assertEquals("UPHELD acupuncture", first(judge(FakeRecord.of(late), "Acupuncture x 4, neck")));
  }

  @Test
  void r18TakesNoFactFromUtilizationReview() {
    var told =
        FakeRecord.in(DocumentType.UTILIZATION_REVIEW, truth("medicationNotTolerated", true));
    assertEquals("UPHELD acupuncture", first(judge(FakeRecord.of(told), "Acupuncture x 4, neck")));
  }

  @Test
  void r19TakesTheLatestRecord() {
    var record =
        FakeRecord.of(
            on(LocalDate.of(2016, 10, 1), truth("medicationNotTolerated", true)),
            on(LocalDate.of(2016, 8, 1), truth("medicationNotTolerated", false)));
    assertEquals("OVERTURNED acupuncture", first(judge(record, "Acupuncture x 4, neck")));
  }

  @Test
  void r20ShowsWhatWasSearchedBeforeItSaysThatNothingIsThere() {
    Criterion ground =
        criterion(judge(FakeRecord.of(), "Acupuncture x 4, neck").getFirst(), "ground");
    assertEquals(3, ground.searched().orElseThrow().pagesRead());
  }

  @Test
  void r21AsksForCareBeforeAPicture() {
    var record =
        FakeRecord.of(
            truth("legWeakness", true),
            truth("surgeryInView", true),
            truth("firstCourseStarting", true),
            truth("therapyTried", false));
    assertEquals("UPHELD mri-lumbar", first(judge(record, "MRI of the lumbar spine")));
  }

  @Test
  void r22LetsCareThatHelpsGoOn() {
    var record =
        FakeRecord.of(
            truth("armSensoryLoss", true),
            truth("armWeakness", false),
            truth("improvingOnCare", true));
    assertEquals("UPHELD mri-cervical", first(judge(record, "MRI of the cervical spine")));
  }

  @Test
  void r22DoesNotHoldWhileStrengthIsLost() {
    var record = FakeRecord.of(truth("armWeakness", true), truth("improvingOnCare", true));
    assertEquals("OVERTURNED mri-cervical", first(judge(record, "MRI of the cervical spine")));
  }

  @Test
  void r23LeavesWhatIsInNoTableToThePhysician() {
    var item = judge(FakeRecord.of(), "Childcare services").getFirst();
    assertEquals("UNDETERMINED [NO_TABLE]", item.decision() + " " + item.flags());
  }

  @Test
  void r24CitesTheNextSourceInTheFirstMonths() {
    var judged =
        judge(
            INJURY.plusDays(70),
            FakeRecord.of(),
            List.of(item("Physical therapy, neck, 6 visits", UtilizationDecision.DENIED)));
    assertEquals(
        List.of(
            "Non-MTUS Citation Official Disability Guidelines, Neck and Upper Back (Acute & Chronic),"
                + " Physical therapy",
            "MTUS Chronic Pain Medical Treatment 2016, Section(s): Physical medicine"),
        judged.getFirst().reviewerGuidelines());
  }

  @Test
  void flagsAnOlderTextThatWouldDecideOtherwise() {
    var record = FakeRecord.of(truth("tenderness", true));
    var items = List.of(item("Physical therapy, low back, 8 visits", UtilizationDecision.DENIED));
    var judged = judge(LocalDate.of(2016, 7, 20), record, items, LocalDate.of(2016, 8, 20));
    assertEquals("[EDITION_CONFLICT, UNCHECKED_RULE]", judged.getFirst().flags().toString());
  }

  @Test
  void flagsThoughtsOfKillingWhereItUpholds() {
    var record = FakeRecord.of(truth("selfHarmThoughts", true));
    var item = judge(record, "Partial hospitalization program").getFirst();
    assertEquals("UPHELD [SAFETY, UNCHECKED_RULE]", item.decision() + " " + item.flags());
  }

  @Test
  void flagsALongActingOpioidAfterASevereInjuryForReview() {
    var record = FakeRecord.of(truth("severeAcuteInjury", true), truth("shortActingTried", true));
    var items = List.of(item("OxyContin ER 20mg #28", UtilizationDecision.DENIED));
    var judged = judge(INJURY.plusDays(14), record, items);
    assertEquals("[REVIEW, SAFETY, UNCHECKED_RULE]", judged.getFirst().flags().toString());
  }

  private static FakeRecord arms(Side side) {
    return FakeRecord.of(
        FakeRecord.side(side, truth("spurling", true)),
        FakeRecord.side(side, truth("tinel", true)),
        amount("therapyVisits", 8),
        truth("therapyTried", true),
        truth("improvingOnCare", false));
  }

  private static List<ItemEvaluation> judge(FakeRecord record, String... descriptions) {
    return judge(
        record, Arrays.stream(descriptions).map(d -> item(d, UtilizationDecision.DENIED)).toList());
  }

  private static List<ItemEvaluation> judge(FakeRecord record, List<DisputedItem> items) {
    return judge(REVIEW, record, items);
  }

  private static List<ItemEvaluation> judge(
      LocalDate review, FakeRecord record, List<DisputedItem> items) {
    return judge(review, record, items, review.plusDays(20));
  }

  private static List<ItemEvaluation> judge(
      LocalDate review, FakeRecord record, List<DisputedItem> items, LocalDate assigned) {
    var requests = items.stream().map(item -> READER.read(item.description())).toList();
    var fields = fields(review, assigned, items);
    var file = new CaseFile(new CaseNumber("CM16-0000001"), fields, List.of(), Map.of(), List.of());
    return JUDGE.judge(file, requests, new FakeRecord(dated(record, review), true), List.of());
  }

  /** Passages without a day of their own are of the week before the review. */
  private static List<Observation> dated(FakeRecord record, LocalDate review) {
    return record.observations().stream()
        .map(o -> o.date().equals(Optional.of(FakeRecord.REPORT)) ? on(review.minusDays(7), o) : o)
        .toList();
  }

  private static CaseFields fields(LocalDate review, LocalDate assigned, List<DisputedItem> items) {
    return new CaseFields(
        Optional.empty(),
        Optional.empty(),
        Optional.of(assigned),
        Optional.empty(),
        Optional.of(INJURY),
        Optional.empty(),
        Optional.of(review),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Employee.UNKNOWN,
        Optional.empty(),
        List.of(),
        items);
  }

  private static DisputedItem item(String description, UtilizationDecision decision) {
    return new DisputedItem(
        description, Optional.of(decision), List.of(), Optional.empty(), Optional.empty());
  }

  private static String first(List<ItemEvaluation> items) {
    return all(items).getFirst();
  }

  private static List<String> all(List<ItemEvaluation> items) {
    return items.stream().map(i -> i.decision() + " " + i.topic().orElse("-")).toList();
  }

  private static Criterion criterion(ItemEvaluation evaluation, String id) {
    return evaluation.criteria().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }
}
