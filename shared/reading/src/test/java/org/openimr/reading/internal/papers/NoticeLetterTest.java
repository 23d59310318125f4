package org.openimr.reading.internal.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;

class NoticeLetterTest {
  @Test
  void readsANoticeOf2013() {
    String text =
        """
        Notice of Independent Medical Review Determination
        Dated: 12/9/2013
        Employee: withheld
        Date of UR Decision: 9/3/2013
        Date of Injury: 2/1/2011
        IMR Application Received: 9/12/2013
        Case Number: CM13-0000009

        1) The organization has determined the request for a knee brace is not medically
        necessary and appropriate.
        2) The organization has determined the request for six massages is medically necessary
        and appropriate.

        INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE
        Medical Qualifications of the Expert Reviewer:
        The reviewer is Board Certified in Family Medicine and is licensed to practice in Nevada.
        Case Summary: A worker fell.
        Documents Reviewed for Determination:
        A report.

        1) Regarding the request for a knee brace:
        The Claims Administrator based its decision on the Knee Chapter.
        The Expert Reviewer based his/her decision on the Leg Chapter.
        Rationale for the Decision: The knee is
        stable.

        2) Regarding the request for six massages:
        The Claims Administrator did not cite any evidence.
        Rationale for the Decision: Six are within the limit.
        Effect of the Decision: binding.
        """;

    assertEquals(
        accepted(
            new PublishedDetermination(
                Optional.of(new CaseNumber("CM13-0000009")),
                Optional.empty(),
                Optional.of(LocalDate.of(2011, 2, 1)),
                Optional.of(LocalDate.of(2013, 12, 9)),
                Optional.of(LocalDate.of(2013, 9, 3)),
                Optional.empty(),
                Optional.of(LocalDate.of(2013, 9, 12)),
                List.of("Nevada"),
                List.of("Family Medicine"),
                "A worker fell.",
                List.of(
                    new PublishedDetermination.Item(
                        "a knee brace",
                        "a knee brace",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        Decision.UPHELD,
                        List.of("Knee Chapter"),
                        List.of("Leg Chapter"),
                        "The knee is stable."),
                    new PublishedDetermination.Item(
                        "six massages",
                        "six massages",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        Decision.OVERTURNED,
                        List.of(),
                        List.of(),
                        "Six are within the limit.")))),
        new PublishedPapers().read(text));
  }

  private static Optional<Outcome<PublishedDetermination>> accepted(PublishedDetermination letter) {
    return Optional.of(Outcome.accepted(letter));
  }
}
