package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Standing;

/** Passages, and what must be read from them. */
final class FactReaderTest {
  private static final FactReader READER = new FactReader();

  /** Fact, passage, and its values with their standings; "none" where nothing is stated. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          painWithoutMeds | Pain is rated 10 out of 10 without medications and 7 out of 10 with medications. | 10
          painWithMeds | Pain is rated 10 out of 10 without medications and 7 out of 10 with medications. | 7
          painWithMeds | Pain is 3/10 with Norco and 8/10 without. | 3
          painWithoutMeds | Pain is 3/10 with Norco and 8/10 without. | 8
          painWithoutMeds | Without medication, pain is 9/10; with medication, 4/10. | 9
          painWithMeds | Without medication, pain is 9/10; with medication, 4/10. | 4
          painWithoutMeds | Pain decreases from 8/10 to 4/10 with medication. | 8
          painWithMeds | Pain decreases from 8/10 to 4/10 with medication. | 4
          painWithoutMeds | Pain is 10/10 at worst. | none
          worstPain | Pain is 10/10 at worst. | 10
          leastPain | Pain is 9/10 at worst and 3/10 at best. | 3
          averagePain | The average pain is 6/10. | 6
          currentPain | The neck pain is rated 5/10. | 5
          currentPain | Pain began before the visit of 10/10/15. | none
          painReliefPct | She has 50% relief with the medication. | 50
          painReliefPct | Range of motion is 50% of ROM expected. | none
          functionMeasured | Sitting tolerance 20 -> 45 minutes. | true
          functionMeasured | She walks 30 minutes instead of 10 since the refill. | true
          functionMeasured | The Oswestry score went from 52 to 38. | true
          functionMeasured | The Oswestry score went from 38 to 52. | false
          functionMeasured | ODI is 44 today. | true NOT_MEASURED
          functionMeasured | She feels better. | true NOT_MEASURED
          functionMeasured | Norco helps with pain. | true NOT_MEASURED
          functionMeasured | Chiropractic and massage is helping her pain. | true NOT_MEASURED
          functionMeasured | We will consider a functional capacity questionnaire at the next visit. | true PLANNED
          returnToWork | She has returned to work full time. | true
          returnToWork | She has not returned to work. | false
          returnToWork | She wants to return to work. | true PLANNED
          returnToWork | Her husband returned to work last month. | true OTHER_PERSON
          workStatus | Work status: temporarily totally disabled. | TTD
          workStatus | She is on modified duty. | MODIFIED
          adlImproved | With medication she is able to cook and clean. | true
          adlImproved | Her mother was able to return to gardening. | true OTHER_PERSON
          dependencyReduced | She is stable on the same dose. | false
          dependencyReduced | Her use is down from 6 to 3 tablets daily. | true
          sideEffectsAddressed | She denies side effects. | true
          sideEffectsAddressed | There is constipation with the medication. | true
          sideEffects | She denies side effects. | false
          aberrantBehavior | There is no aberrant drug behavior. | false
          aberrancyAddressed | There is no aberrant drug behavior. | true
          udtConsistent | UDS of 9/15/15 was consistent with prescribed medications. | true
          udtConsistent | Urine drug screen was inconsistent, negative for prescribed hydrocodone. | false
          udtConsistent | Gabapentin NEGATIVE 12.5 ng/mL 100 INCONSISTENT | false
          udtDone | We will order a urine drug screen. | true PLANNED
          udtDone | Urine Drug Test Report | true
          shoulderFlexionDeg | Left shoulder flexion 95 110 125 160 | none
          curesChecked | CURES was reviewed today. | true
          opioidAgreement | An opioid agreement is on file. | true
          painWithMeds | Pain is 8/10 with and 8/10 without medication. | 8
          painWithoutMeds | Pain is 8/10 with and 8/10 without medication. | 8
          painWithoutMeds | Pain 7/10 decreasing to 4/10 with Norco. | 7
          painWithMeds | Pain 8 without, 5 with meds. | 5
          painWithMeds | Pain is 6-8/10, reduced to 3/10 with medications. | 3
          painReliefPct | The patient reports 50% relief with tramadol. | 50
          nonOpioidFailed | The pain is not relieved by Tylenol. | true
          nonOpioidFailed | He takes naproxen with good relief. | none
          nonOpioidFailed | There is no documentation of failure of NSAIDs. | true REVIEWER_ASSERTION
          opioidUse | The treatment plan includes Ultram 50 mg #60. | true PLANNED
          opioidUse | She denies use of narcotics. | false
          severeAcuteInjury | X-rays were negative for fracture. | false
          severePain | Norco is for severe pain. | none
          riskLevel | The Opioid Risk Tool score was 3, low risk. | LOW
          aberrantBehavior | She ran out of her medication early. | true
          aberrantBehavior | Overuse injury of the wrist. | none
          udtConsistent | Urine drug test was negative for illicit drugs. | true
          weanPlan | Pain decreases from 8 to 4 with Norco. | none
          therapyVisits | The records of May refer to nine physical therapy visits. | 9
          therapyVisits | Refer to physical therapy, 6 visits. | 6 PLANNED
          priorMassageVisits | She completed 6 massage sessions. | 6
          priorMassageVisits | She has had massage. | none
          priorMassage | She has had massage. | true
          homeExercise | Continue home exercise program daily. | true
          homeExercise | She is not compliant with home exercise. | false
          rootTestPositive | The EMG of the legs shows left L5 radiculopathy. | true
          rootTestPositive | NCS: severe carpal tunnel syndrome on the right, no cervical radiculopathy. | false
          rootTestPositive | Nerve conduction shows carpal tunnel syndrome. | none
          rootTestPositive | EMG/NCV of the arms was normal. | false
          rootTestPositive | We request an EMG for suspected radiculopathy. | true PLANNED
          spasmOnExam | There is tenderness, no spasm. | false
          tenderness | No spasm, but there is tenderness. | true
          numbnessTingling | Denies numbness or tingling. | false
          strengthReduced | Strength is 5/5 throughout. | false
          morphineEquivalentMgPerDay | She takes oxycodone 30 mg, one tablet four times a day. | 180
          acetaminophenDailyMg | Norco 10/325 mg, 1 tablet every 6 hours as needed. | 1300
          dailyDoses | Norco 10/325 mg, 1 tablet every 4-6 hours as needed. | 6
          onOpioid | She is not taking Norco. | false
          sensationReduced | Sensation is intact to light touch. | false
          romReductionPct | Cervical range of motion is decreased by 50 percent. | 50
          mechanism | He fell 12 feet from a scaffold. | MAJOR
          mechanism | She slipped on a wet floor. | MINOR
          mechanism | The pain developed gradually from repetitive lifting. | CUMULATIVE
          mechanism | The pain is worse with repetitive bending. | none
          redFlagTumor | There is no history of cancer. | false
          redFlagTumor | He has a history of lymphoma. | true
          redFlagInfection | No chest pain but has fever. | true
          redFlagInfection | She has not had fever. | false
          redFlagCaudaEquina | He denies loss of bladder control. | false
          redFlagFracture | R/o fracture of the wrist. | true HYPOTHETICAL
          redFlagProgressiveDeficit | Without surgery he may develop a progressive deficit. | false HYPOTHETICAL
          gaitAbnormal | She walks with a limp. | true
          gaitAbnormal | Gait is normal. | false
          assistiveDevice | He walks without a cane. | false
          shoulderFlexionDeg | Right shoulder: active flexion 95 degrees. | 95
          shoulderFlexionDeg | Passive flexion of the shoulder is 170 degrees. | none
          conservativeFailed | No conservative treatment has been tried. | false
          conservativeFailed | Conservative care has not helped. | true
          weanAttempt | An attempt to taper failed. | true
          medTrialFailed | Gabapentin was stopped due to sedation. | true
          bdi | BDI-II 24, down from 30. | 24
          phq9 | He scored 9 on the PHQ-9. | 9
          suicidePlan | She has suicidal thoughts without a plan. | false
          labsDone | Creatinine 0.9, AST 20. | true
          faber | FABER and Gaenslen tests are positive. | true
          spurling | Spurling's maneuver does not reproduce arm pain. | false
          tinel | Tinel's is positive and Phalen's is negative. | true
          phalen | Tinel's is positive and Phalen's is negative. | false
          straightLegRaise | Ankle reflex 1+, negative seated straight leg raise. | false
          reflexesAbnormal | The left ankle jerk is absent. | true
          dailyDoses | He takes 4 Percocet a day. | 4
          onOpioid | Urine drug test was negative for hydrocodone. | none
          therapyVisits | She completed 8 of 12 physical therapy visits. | 8
          therapyVisits | He has been authorized for 6 sessions of physical therapy. | none
          chiropracticVisits | He completed 5 of 6 chiropractic sessions. | 5
          priorAcupunctureVisits | She has had 4 acupuncture sessions. | 4
          surgeryHistory | He denies any prior surgery. | false
          surgeryHistory | The plan is to proceed with arthroscopy. | true PLANNED
          surgeryInView | She is awaiting authorization for removal of hardware. | true
          surgeryInView | The surgeon will decide on discectomy after the scan. | true
          injectionInView | If it confirms a herniation, an ESI will be scheduled. | true
          injectionInView | No injection is contemplated. | false
          redFlag | There is no steppage gait. | false
          redFlag | Bladder scan found urinary retention. | true
          cuffWeakness | External rotation strength is 4-/5. | true
          therapyTried | He has not responded to physical therapy and NSAIDs. | true
          medicationNotTolerated | Naproxen has not caused any stomach upset. | true NOT_MEASURED
          medicationNotTolerated | Motrin gave her heartburn. | true
          age | 68 y/o F on etodolac. | 68
          nerveDrugsFailed | Gabapentin is taken without side effects. | none
          functionMeasured | With Norco he can stand for 30 minutes; without it 5 minutes. | true
          priorInjection | He has never had an epidural injection. | false
          priorXray | X-rays were ordered. | none
          priorXray | X-rays were taken today. | true
          improvingOnCare | The pain is worse with bending and better with rest. | none
          improvingOnCare | There is no change in the tenderness. | none
          improvingOnCare | Grip strength improved from 30 to 42 pounds. | true
          returnToWork | She is able to return to work with restrictions. | true
          adlImproved | She is able to return to work. | none
          numbnessTingling | Denies weakness; there is numbness of the toes. | true
          """)
  void readsPassage(String fact, String passage, String expected) {
    assertEquals(expected, shown(READER.read(CaseFiles.report(passage)), fact));
  }

  @Test
  void keepsWhatOnlyUtilizationReviewSaysApart() {
    var review =
        CaseFiles.document("ur", DocumentType.UTILIZATION_REVIEW, "She returned to work in May.");
    assertEquals(
        "true REVIEWER_ASSERTION",
        shown(READER.read(CaseFiles.of(List.of(review))), "returnToWork"));
  }

  @Test
  void quotesTheOriginalOverHyphenLineAndPage() {
    var facts =
        READER.read(
            CaseFiles.report("There is minimal\ntenderness of the cervical para-\n\n\fspinals."));
    assertEquals(
        List.of("There is minimal\ntenderness of the cervical para-\n\n\fspinals."),
        facts.observations().stream().map(o -> o.anchor().quote()).toList());
  }

  @Test
  void takesTheTitleOfAFilmForAFilm() {
    var film =
        CaseFiles.document(
            "film",
            DocumentType.IMAGING,
            "Wrist, left, four views      05/20/2015\nBones are aligned. No break is seen.");
    assertEquals("true", shown(READER.read(CaseFiles.of(List.of(film))), "priorXray"));
  }

  @Test
  void readsTheSample() throws IOException {
    CaseFacts facts = READER.read(CaseFiles.sample());
    assertEquals(
        "10, 7, 40, 1300, none",
        String.join(
            ", ",
            shown(facts, "painWithoutMeds"),
            shown(facts, "painWithMeds"),
            shown(facts, "morphineEquivalentMgPerDay"),
            shown(facts, "acetaminophenDailyMg"),
            shown(facts, "returnToWork")));
  }

  @Test
  void showsTheNearestPassagesOfAMissingMeasureOfFunction() throws IOException {
    CaseFacts facts = READER.read(CaseFiles.sample());
    assertEquals(
        List.of(
            Standing.NOT_MEASURED,
            Standing.OTHER_PERSON,
            Standing.PLANNED,
            Standing.REVIEWER_ASSERTION),
        facts.observations().stream()
            .filter(o -> o.fact().equals("functionMeasured"))
            .map(Observation::standing)
            .toList());
  }

  @Test
  void searchesTermsInEveryPage() throws IOException {
    CaseFacts facts = READER.read(CaseFiles.sample());
    var search = facts.search(List.of("workStatus"), List.of());
    assertEquals(
        List.of(true, 5, 0, "Per the agreed medical examiner."),
        List.of(
            search.terms().contains("off work"),
            search.pagesRead(),
            search.pagesUnreadable(),
            search.nearest().getFirst().anchor().quote()));
  }

  @Test
  void putsRejectedPassagesFirst() throws IOException {
    CaseFacts facts = READER.read(CaseFiles.sample());
    var rejected =
        facts.observations().stream()
            .filter(o -> o.fact().equals("functionMeasured"))
            .map(o -> new NearestPassage(o.anchor(), o.standing().why()))
            .toList();
    var nearest = facts.search(List.of("functionMeasured"), rejected).nearest();
    assertEquals(rejected, nearest.subList(0, rejected.size()));
  }

  @Test
  void anchorsResolveHoweverTheTextIsWrapped() {
    var random = new Random(7);
    String text =
        "Pain is rated 9 out of 10 without medications and 5 out of 10 with medications. She denies"
            + " constipation, and tenderness of the paraspinals is noted. The Oswestry score went"
            + " from 52 to 38. She completed 6 massage sessions. \ud83d\ude00 She returned to work.";
    for (int round = 0; round < 200; round++) {
      String wrapped = wrapped(text, random);
      CaseFile file = CaseFiles.report(wrapped);
      AnchoredText original = AnchoredText.of(file.documents().getFirst());
      CaseFacts facts = READER.read(file);
      assertTrue(
          facts.observations().stream().allMatch(o -> original.resolves(o.anchor()))
              && shown(facts, "painWithMeds").equals("5")
              && shown(facts, "functionMeasured").equals("true"),
          wrapped);
    }
  }

  /** Set in columns of a random width, single-spaced or double-spaced, a word broken at times. */
  private static String wrapped(String text, Random random) {
    var wrapped = new StringBuilder();
    String lineEnd = random.nextBoolean() ? "\n" : "  \n\n";
    int width = 30 + random.nextInt(70);
    int column = 0;
    for (String word : text.split(" ", -1)) {
      boolean breaks = column + word.length() >= width;
      wrapped.append(wrapped.isEmpty() ? "" : breaks ? lineEnd : " ");
      column = breaks ? word.length() : column + 1 + word.length();
      boolean hyphen = breaks && word.equals("paraspinals");
      wrapped.append(hyphen ? "para-" + lineEnd + "spinals" : word);
    }
    return wrapped.toString();
  }

  @Test
  void staysLinearOnHostileText() {
    String hostile = "pain without medication with 10/10/10/10 walks from 9 to ".repeat(4_000);
    var read =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> READER.read(CaseFiles.report(hostile)));
    assertTrue(read.everyPageReadable());
  }

  private static String shown(CaseFacts facts, String fact) {
    var shown = new ArrayList<String>();
    for (Observation observation : facts.observations()) {
      if (observation.fact().equals(fact)) {
        String value =
            switch (observation.value()) {
              case FactValue.Truth(boolean truth) -> Boolean.toString(truth);
              case FactValue.Amount(var amount) -> amount.toPlainString();
              case FactValue.Term(String term) -> term;
            };
        Optional<Standing> standing =
            Optional.of(observation.standing()).filter(s -> s != Standing.FACT);
        shown.add(value + standing.map(s -> " " + s).orElse(""));
      }
    }
    return shown.isEmpty() ? "none" : String.join(", ", shown);
  }
}
