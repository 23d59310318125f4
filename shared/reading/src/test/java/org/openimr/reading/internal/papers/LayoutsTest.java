package org.openimr.reading.internal.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;

/** A letter of each layout of the domain brief, part 3.1, in our own words. */
class LayoutsTest {
  private record Item(
      String description,
      Decision decision,
      List<String> claims,
      List<String> reviewer,
      String rationale) {
    static Item of(PublishedDetermination.Item item) {
      return new Item(
          item.description(),
          item.decision(),
          item.claimsAdministratorGuidelines(),
          item.reviewerGuidelines(),
          item.rationale());
    }
  }

  private record Letter(
      Optional<CaseNumber> caseNumber,
      List<String> states,
      List<String> specialties,
      String summary,
      List<Item> items) {}

  @Test
  void readsTheNoticeOf2013() {
    assertEquals(
        new Letter(
            Optional.of(new CaseNumber("CM13-0000321")),
            List.of("California"),
            List.of("Orthopedic Surgery"),
            "A man of 44 has knee pain since a fall.",
            List.of(
                new Item(
                    "a knee brace",
                    Decision.UPHELD,
                    List.of("Knee Complaints Chapter"),
                    List.of("Knee Complaints Chapter 2004"),
                    "No instability is recorded."),
                new Item(
                    "an MRI of the right knee",
                    Decision.OVERTURNED,
                    List.of("Knee Complaints Chapter"),
                    List.of("Official Disability Guidelines"),
                    "The joint locks."))),
        read(
            """
            Independent Medical Review
            P.O. Box 100, Sacramento
            Notice of Independent Medical Review Determination
            Dated: 12/20/2013
            Employee:
            Claim Number:
            Date of UR Decision: 9/26/2013
            Date of Injury: 1/14/2012
            IMR Application Received: 10/3/2013
            IMR Case Number: CM13-0000321

            1) The review organization has determined the request for a knee brace is not medically
            necessary and appropriate.

            2) The review organization has determined the request for an MRI of the right knee is
            medically necessary and appropriate.

            INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

            An application was filed on 10/3/2013 disputing the decision of 9/26/2013. A notice was
            sent on 11/1/2013. A decision has been made for each of the treatments:

            1) The review organization has determined the request for a knee brace is not medically
            necessary and appropriate.

            2) The review organization has determined the request for an MRI of the right knee is
            medically necessary and appropriate.

            Medical Qualifications of the Expert Reviewer:
            The reviewer is Board Certified in Orthopedic Surgery, and is licensed to practice in
            California. The reviewer has practiced for more than five years.

            Case Summary:
            Disclaimer: The following case summary was taken directly from the utilization review
            denial/modification dated September 26, 2013:

            A man of 44 has knee pain since a fall.

            Documents Reviewed for Determination:
            - Application (received 10/3/2013)
            - Utilization review determination (dated 9/26/2013)

            1) Regarding the request for a knee brace:

            Section of the MTUS relied upon by the Expert Reviewer:
            The Claims Administrator based its decision on the Knee Complaints Chapter, which is
            part of the MTUS.
            The Expert Reviewer based his/her decision on the Knee Complaints Chapter 2004, which
            is part of the MTUS.

            Rationale for the Decision:
            No instability is recorded.

            2) Regarding the request for an MRI of the right knee:

            Section of the MTUS relied upon by the Expert Reviewer:
            The Claims Administrator based its decision on the Knee Complaints Chapter, which is
            part of the MTUS.
            The Expert Reviewer based his/her decision on the Official Disability Guidelines,
            which is not part of the MTUS.

            Rationale for the Decision:
            The joint locks.

            Effect of the Decision:
            The determination is that of the Administrative Director.
            """));
  }

  @Test
  void readsTheTransitionalLetterOf2014WithItsFindingsInWords() {
    assertEquals(
        new Letter(
            Optional.of(new CaseNumber("CM14-0000654")),
            List.of("Texas"),
            List.of("Family Medicine"),
            "A woman of 39 has wrist pain.",
            List.of(
                new Item(
                    "Eight visits of acupuncture for the wrist",
                    Decision.UPHELD,
                    List.of("Acupuncture Medical Treatment Guidelines"),
                    List.of("Acupuncture Medical Treatment Guidelines"),
                    "Six are the limit of a trial."),
                new Item(
                    "Wrist splints, 2",
                    Decision.OVERTURNED,
                    List.of(),
                    List.of("Forearm, Wrist, and Hand Complaints"),
                    "Nerve tests are abnormal."))),
        read(
            """
            Case Number: CM14-0000654
            Date Assigned: 03/03/2014 Date of Injury: 05/06/2013
            Decision Date: 04/04/2014 UR Denial Date: 01/07/2014
            Priority: Standard Application 01/20/2014
            Received:

            HOW THE IMR FINAL DETERMINATION WAS MADE
            The file went to a physician reviewer without any affiliation with the employer. The
            physician reviewer is Board Certified in Family Medicine and is licensed to practice in
            Texas. He/she has been in active practice for more than five years.

            CLINICAL CASE SUMMARY
            The physician reviewer developed the following clinical case summary based on a review
            of the case file, including all medical records:

            A woman of 39 has wrist pain.

            IMR DECISION(S) AND RATIONALE(S)
            The Final Determination was based on decisions for the disputed items/services set
            forth below:

            1. Eight visits of acupuncture for the wrist is not medically necessary and
            appropriate.

            The Claims Administrator based its decision on the Acupuncture Medical Treatment
            Guidelines.
            The Physician Reviewer based his/her decision on the Acupuncture Medical Treatment
            Guidelines.
            The Physician Reviewer's decision rationale: Six are the limit of a trial.

            2. Wrist splints, 2 are medically necessary and appropriate.

            The Claims Administrator did not cite any medical evidence for its decision.
            The Physician Reviewer based his/her decision on the Forearm, Wrist, and Hand
            Complaints, which is part of the MTUS.
            The Physician Reviewer's decision rationale: Nerve tests are abnormal.
            """));
  }

  @Test
  void readsTheLetterOf2018WithTheLabelOfTheExpertReviewer() {
    assertEquals(
        new Letter(
            Optional.of(new CaseNumber("CM18-0000987")),
            List.of("California", "Nevada"),
            List.of("Physical Medicine & Rehabilitation"),
            "A man of 60 has low back pain.",
            List.of(
                new Item(
                    "Naproxen 500 mg, sixty count",
                    Decision.OVERTURNED,
                    List.of("MTUS Low Back Disorders Guideline"),
                    List.of(
                        "MTUS: Low Back Disorders Guideline (ACOEM, 2018), NSAIDs; link"
                            + " https://guide.example/low-back/nsaids"),
                    "It is first-line treatment."))),
        read(
            """
            Case Number: CM18-0000987
            Date Assigned: 03/03/2018 Date of Injury: 05/06/2016
            Decision Date: 04/04/2018 UR Denial Date: 01/07/2018
            Priority: Standard Application 01/20/2018
            Received:

            HOW THE IMR FINAL DETERMINATION WAS MADE
            The file went to an expert reviewer.

            The Expert Reviewer has the following credentials:
            State(s) of Licensure: California, Nevada
            Certification(s)/Specialty: Physical Medicine & Rehabilitation

            CLINICAL CASE SUMMARY
            The expert reviewer developed the following clinical case summary based on a review of
            the case file, including all medical records:

            A man of 60 has low back pain.

            IMR ISSUES, DECISIONS AND RATIONALES
            The Final Determination was based on decisions for the disputed items/services set
            forth below:

            Naproxen 500 mg, sixty count: Overturned

            Claims Administrator guideline: Decision based on MTUS Low Back Disorders Guideline.

            Expert Reviewer guideline: Decision based on MTUS: Low Back Disorders Guideline (ACOEM,
            2018), NSAIDs; link https://guide.example/low-back/nsaids.

            Decision rationale: It is first-line treatment.
            """));
  }

  private static Letter read(String text) {
    return switch (new PublishedPapers().read(text).orElseThrow()) {
      case Outcome.Accepted<PublishedDetermination>(var letter) ->
          new Letter(
              letter.caseNumber(),
              letter.statesOfLicensure(),
              letter.specialties(),
              letter.clinicalSummary(),
              letter.items().stream().map(Item::of).toList());
      case Outcome.Rejected<PublishedDetermination> refused ->
          throw new AssertionError(refused.rejection().code());
    };
  }
}
