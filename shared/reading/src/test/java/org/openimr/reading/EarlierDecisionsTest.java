package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.DocumentType;

/** What utilization review decided before the request under review. */
class EarlierDecisionsTest {
  private static final LocalDate REQUEST = LocalDate.of(2016, 10, 14);
  private static final String REVIEW =
      """
      UTILIZATION REVIEW DECISION
      Date of decision: 10/13/2015
      1. MRI of the lumbar spine: NON-CERTIFIED
      2. Norco 10/325mg #120: MODIFIED, certified Qty 90
      3. Naproxen 550mg #60: certified
      4. TENS unit: conditionally non-certified
      """;

  private static final String LETTER =
      """
      Case Number: CM15-0000042
      Date Assigned: 11/07/2015 Date of Injury:  10/13/2014
      Decision Date: 12/09/2015 UR Denial Date:  10/02/2015
      Priority:  Standard Application 10/29/2015
      Received:

      HOW THE IMR FINAL DETERMINATION WAS MADE
      The reviewer works in active practice.

      The Expert Reviewer has the following credentials:
      State(s) of Licensure: California
      Certification(s)/Specialty: Pain Management

      CLINICAL CASE SUMMARY
      The expert reviewer developed the following clinical case summary based on a review of the
      case file, including all medical records:

      A 40 year old male has neck pain.

      IMR ISSUES, DECISIONS AND RATIONALES
      The Final Determination was based on decisions for the disputed items/services set forth below:

      Wrist brace: Overturned
      Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.
      MAXIMUS guideline: Decision based on Non-MTUS Citation ODG, Wrist.
      Decision rationale: It helps.
      Acupuncture x 6, neck: Upheld
      Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.
      MAXIMUS guideline: Decision based on MTUS Acupuncture Treatment 2007.
      Decision rationale: No gain is shown.
      """;

  private final EarlierDecisions decisions = new EarlierDecisions(new TreatmentReader());

  @Test
  void readsWhatWasRefusedOrChanged() {
    assertEquals(
        List.of("2015-10-13 MRI of the lumbar spine", "2015-10-13 Norco 10/325mg #120"),
        read(DocumentType.UTILIZATION_REVIEW, REVIEW, REQUEST));
  }

  @Test
  void readsWhatAnEarlierDeterminationUpheld() {
    assertEquals(
        List.of("2015-10-02 Acupuncture x 6, neck"),
        read(DocumentType.DETERMINATION, LETTER, REQUEST));
  }

  @Test
  void leavesADecisionOnTheDayOfTheRequestOrAfterIt() {
    assertEquals(
        List.of(), read(DocumentType.UTILIZATION_REVIEW, REVIEW, LocalDate.of(2015, 10, 13)));
  }

  @Test
  void leavesWhatARecordTellsOfADenial() {
    assertEquals(List.of(), read(DocumentType.PROGRESS_REPORT, REVIEW, REQUEST));
  }

  @Test
  void findsNothingInAPaperWithoutADecision() {
    assertEquals(List.of(), read(DocumentType.DETERMINATION, "No grid and no items.", REQUEST));
  }

  private List<String> read(DocumentType type, String text, LocalDate before) {
    var file = CaseFiles.of(List.of(CaseFiles.document("paper", type, text)));
    return decisions.read(file, before).stream()
        .map(decision -> decision.date() + " " + decision.description())
        .toList();
  }
}
