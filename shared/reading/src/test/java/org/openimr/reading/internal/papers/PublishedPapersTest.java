package org.openimr.reading.internal.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Priority;
import org.openimr.casefile.PublishedDetermination;

class PublishedPapersTest {
  private static final String GRID =
      """
      Case Number: CM16-0000042
      Date Assigned: 12/07/2016 Date of Injury:  10/13/2016
      Decision Date: 01/09/2017 UR Denial Date:  11/22/2016
      Priority:  Standard Application 11/29/2016
      Received:
      """;

  private static final String MADE =
      """

      HOW THE IMR FINAL DETERMINATION WAS MADE
      The reviewer works in active practice. Nothing was Overturned in this paragraph.

      The Expert Reviewer has the following credentials:
      State(s) of Licensure: California,Oregon
      Certification(s)/Specialty: Physical Medicine & Rehabilitation, Preventive Medicine,
      Pain Management

      CLINICAL CASE SUMMARY
      The expert reviewer developed the following clinical case summary based on a review of the
      case file, including all medical records:

      A 40 year old male has tender para-
      spinals and a non-
      radiating pain.
      """;

  private static final String ISSUES =
      """

      IMR ISSUES, DECISIONS AND RATIONALES
      The Final Determination was based on decisions for the disputed items/services set forth below:

      """;

  private final PublishedPapers papers = new PublishedPapers();

  private PublishedDetermination read(String text) {
    return switch (papers.read(text).orElseThrow()) {
      case Outcome.Accepted<PublishedDetermination>(var determination) -> determination;
      case Outcome.Rejected<PublishedDetermination> refused ->
          throw new AssertionError(refused.rejection().code());
    };
  }

  private static String block(String heading, String rationale) {
    return heading
        + "\nClaims Administrator guideline: Decision based on MTUS Low Back Complaints 2004."
        + "\nMAXIMUS guideline: The Expert Reviewer based their decision on recommendation(s)"
        + "\noutside of the MTUS Guidelines. Decision based on Non-MTUS Citation ODG, Low Back."
        + "\nDecision rationale: "
        + rationale
        + "\n";
  }

  private List<PublishedDetermination.Item> items(String... blocks) {
    return read(GRID + MADE + ISSUES + String.join("", blocks)).items();
  }

  private static PublishedDetermination.Item plain(
      String heading, Decision decision, String rationale) {
    return item(heading, heading, List.of(), false, false, decision, rationale);
  }

  private static PublishedDetermination.Item item(
      String heading,
      String description,
      List<String> parts,
      boolean dependent,
      boolean retrospective,
      Decision decision,
      String rationale) {
    return new PublishedDetermination.Item(
        heading,
        description,
        parts.stream().findFirst(),
        parts.stream().skip(1).findFirst(),
        parts.stream().skip(2).findFirst(),
        dependent,
        retrospective,
        decision,
        List.of("MTUS Low Back Complaints 2004"),
        List.of("Non-MTUS Citation ODG, Low Back"),
        rationale);
  }

  @Test
  void readsEveryFieldOfALetterWithAGrid() {
    String text = GRID + MADE + ISSUES + block("Wrist brace: Overturned", "It helps. So be it.");

    assertEquals(
        new PublishedDetermination(
            Optional.of(new CaseNumber("CM16-0000042")),
            Optional.of(LocalDate.of(2016, 12, 7)),
            Optional.of(LocalDate.of(2016, 10, 13)),
            Optional.of(LocalDate.of(2017, 1, 9)),
            Optional.of(LocalDate.of(2016, 11, 22)),
            Optional.of(Priority.STANDARD),
            Optional.of(LocalDate.of(2016, 11, 29)),
            List.of("California", "Oregon"),
            List.of("Physical Medicine & Rehabilitation", "Preventive Medicine", "Pain Management"),
            "A 40 year old male has tender paraspinals and a non-radiating pain.",
            List.of(plain("Wrist brace", Decision.OVERTURNED, "It helps. So be it."))),
        read(text));
  }

  @Test
  void readsAGridThatExtractionGivesInColumns() {
    String columns =
        """
        Case Number:
        Date Assigned:
        Decision Date:
        Priority:
        CM16-0000042
        12/07/2016
        01/09/2017
        Expedited
        Date of Injury:
        UR Denial Date:
        Application
        Received:
        10/13/2016
        11/22/2016
        11/29/2016
        """;
    PublishedDetermination read = read(columns + MADE + ISSUES + block("Cane: Upheld", "No need."));

    assertEquals(
        List.of("2016-12-07", "2016-10-13", "2017-01-09", "2016-11-22", "2016-11-29", "EXPEDITED"),
        List.of(
            read.dateAssigned().orElseThrow().toString(),
            read.dateOfInjury().orElseThrow().toString(),
            read.decisionDate().orElseThrow().toString(),
            read.urDenialDate().orElseThrow().toString(),
            read.applicationReceived().orElseThrow().toString(),
            read.priority().orElseThrow().toString()));
  }

  @Test
  void readsADoubleSpacedLetterWithoutAGrid() {
    String single = MADE + ISSUES + block("Cane: Upheld", "It is not\nneeded.");
    String text = single.replaceAll("\n+", "\n\n");

    assertEquals(
        new PublishedDetermination(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of("California", "Oregon"),
            List.of("Physical Medicine & Rehabilitation", "Preventive Medicine", "Pain Management"),
            "A 40 year old male has tender paraspinals and a non-radiating pain.",
            List.of(plain("Cane", Decision.UPHELD, "It is not needed."))),
        read(text));
  }

  @Test
  void takesTheLastColonAndTheDecisionOnALineOfItsOwn() {
    assertEquals(
        List.of(
            plain("Lumbar ESI: L5-S1 day supply: 30", Decision.UPHELD, "No."),
            plain(
                "Physical therapy three times a week for the neck and the low back: land",
                Decision.OVERTURNED,
                "Yes.")),
        items(
            block("Lumbar ESI: L5-S1 day supply: 30: Upheld", "No."),
            block(
                "Physical therapy three times a week for the neck and\nthe low back: land:\nOverturned",
                "Yes.")));
  }

  @Test
  void leavesADecisionWordInProseAlone() {
    assertEquals(
        List.of(
            plain("Cane", Decision.UPHELD, "An earlier letter said: Overturned and gave none.")),
        items(block("Cane: Upheld", "An earlier letter said: Overturned\nand gave none.")));
  }

  @Test
  void findsAHeadingBelowAConclusionWithoutAFullStop() {
    assertEquals(
        List.of(
            plain("Cane", Decision.UPHELD, "The cane is not medically necessary"),
            plain("Walker", Decision.UPHELD, "No.")),
        items(
            block("Cane: Upheld", "The cane is not medically necessary"),
            block("Walker: Upheld", "No.")));
  }

  @Test
  void readsARemainingPortionOverAPageEnd() {
    String heading =
        "Massage, 8 visits was the original request. Massage, 6 visits was authorized by the"
            + " Claims\fAdministrator. The remaining IMR eligible portion of the original request,"
            + "\nMassage, 2 visits is:\nUpheld";

    assertEquals(
        List.of(
            plain("Cane", Decision.UPHELD, "No."),
            item(
                "Massage, 8 visits was the original request. Massage, 6 visits was authorized by"
                    + " the Claims Administrator. The remaining IMR eligible portion of the"
                    + " original request, Massage, 2 visits is",
                "Massage, 2 visits",
                List.of("Massage, 8 visits", "Massage, 6 visits", "Massage, 2 visits"),
                false,
                false,
                Decision.UPHELD,
                "So.")),
        items(block("Cane: Upheld", "No."), block(heading, "So.")));
  }

  @Test
  void readsAnOriginalRequestThatStaysWhole() {
    String heading =
        "A walker, bought was the original request. The Claims Administrator authorized a walker"
            + "\nfor 1 month, leaving the original request IMR eligible. The original request, a"
            + "\nwalker, bought is: Overturned";

    assertEquals(
        List.of(
            item(
                heading.replace("\n", " ").replace(": Overturned", ""),
                "A walker, bought",
                List.of("A walker, bought", "a walker for 1 month", "A walker, bought"),
                false,
                false,
                Decision.OVERTURNED,
                "So.")),
        items(block(heading, "So.")));
  }

  @Test
  void keepsTheFrameOfDependentAndRetrospectiveItems() {
    assertEquals(
        List.of(
            item(
                "Associated surgical service: Cold unit",
                "Cold unit",
                List.of(),
                true,
                false,
                Decision.UPHELD,
                "No."),
            item(
                "Retrospective: Brace (DOS 1/2/16)",
                "Brace (DOS 1/2/16)",
                List.of(),
                false,
                true,
                Decision.UPHELD,
                "No.")),
        items(
            block("Associated surgical service:  Cold unit: Upheld", "No."),
            block("Retrospective: Brace (DOS 1/2/16): Upheld", "No.")));
  }

  @Test
  void leavesOutPageNumbersAndFooters() {
    String rationale =
        "The first part\nFinal Determination Letter for IMR Case Number CM16-0000042 3\fgoes on\n4\f"
            + "\nto the end.";

    assertEquals(
        List.of(plain("Cane", Decision.UPHELD, "The first part goes on to the end.")),
        items(block("Cane: Upheld", rationale)));
  }

  @Test
  void readsTheTransitionalLayout() {
    String text =
        MADE
            + ISSUES
            + """
            Cane: Upheld
            The Claims Administrator based its decision on the Knee Chapter, which is part of the
            MTUS.
            The Expert Reviewer (Physician Reviewer) based his/her decision on the Hip Chapter.
            The Physician Reviewer's decision rationale: No limp is
            recorded.
            """;

    assertEquals(
        List.of(
            new PublishedDetermination.Item(
                "Cane",
                "Cane",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Decision.UPHELD,
                List.of("Knee Chapter"),
                List.of("Hip Chapter"),
                "No limp is recorded.")),
        read(text).items());
  }

  @Test
  void refusesADateThatTheCalendarLacks() {
    String text =
        GRID.replace("01/09/2017", "02/30/2017") + MADE + ISSUES + block("Cane: Upheld", "No.");

    assertEquals(
        Optional.of(
            Outcome.rejected(
                Code.INVALID_DATE,
                "The date beside \"Decision Date\" is not in the calendar. Correct it and upload"
                    + " the file again.")),
        papers.read(text));
  }

  @Test
  void refusesAnInjuryAfterTheDenial() {
    String text =
        GRID.replace("10/13/2016", "12/13/2016") + MADE + ISSUES + block("Cane: Upheld", "No.");

    assertEquals(
        Optional.of(
            Outcome.rejected(
                Code.IMPOSSIBLE_DATES,
                "\"Date of Injury\" is later than \"UR Denial Date\". Correct the dates and upload"
                    + " the file again.")),
        papers.read(text));
  }

  @Test
  void isNoLetterWithoutItsHeadings() {
    assertEquals(Optional.empty(), papers.read("CLINICAL CASE SUMMARY\nA worker fell.\n"));
  }
}
