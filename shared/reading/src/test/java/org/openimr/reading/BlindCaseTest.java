package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.UtilizationDecision;

class BlindCaseTest {
  private static final String PARTIAL =
      "Retrospective: Massage, 8 visits was the original request. Massage, 6 visits was authorized"
          + " by the Claims Administrator. The remaining IMR eligible portion of the original"
          + " request, Massage, 2 visits is";

  private static PublishedDetermination letter(
      Decision decision, List<String> guideline, String rationale) {
    return new PublishedDetermination(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.of(2016, 1, 30)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of("Nevada"),
        List.of("Surgery"),
        "A 40-year-old female with a date of injury on 5-1-09 has neck pain. Utilization review"
            + " dated 10-21-15 modified the request.",
        List.of(
            new PublishedDetermination.Item(
                "Associated surgical service: Sling",
                "Sling",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                decision,
                List.of("ODG"),
                guideline,
                rationale),
            new PublishedDetermination.Item(
                PARTIAL,
                "Massage, 2 visits",
                Optional.of("Massage, 8 visits"),
                Optional.of("Massage, 6 visits"),
                Optional.of("Massage, 2 visits"),
                false,
                true,
                decision,
                List.of(),
                guideline,
                rationale)));
  }

  private final BlindCase blind = new BlindCase();

  @Test
  void staysEqualWhenEveryOutcomeGuidelineAndRationaleIsSwapped() {
    assertEquals(
        blind.of(letter(Decision.UPHELD, List.of("One"), "Not necessary.")),
        blind.of(letter(Decision.OVERTURNED, List.of("Two", "Three"), "Necessary.")));
  }

  @Test
  void tellsOriginalAndAuthorizedPartInTheDescription() {
    CaseFile file = blind.of(letter(Decision.UPHELD, List.of(), ""));

    assertEquals(
        List.of(
            new DisputedItem(
                "Associated surgical service: Sling",
                Optional.empty(),
                List.of("ODG"),
                Optional.empty(),
                Optional.empty()),
            new DisputedItem(
                PARTIAL,
                Optional.of(UtilizationDecision.MODIFIED),
                List.of(),
                Optional.empty(),
                Optional.empty())),
        file.fields().disputedItems());
  }

  @Test
  void takesDatesAgeAndANumberOfItsOwnFromALetterWithoutAGrid() {
    CaseFile file = blind.of(letter(Decision.UPHELD, List.of(), ""));

    assertEquals(
        "CM00-0000000 2009-05-01 2015-10-21 40 F",
        file.caseNumber()
            + " "
            + file.fields().dateOfInjury().orElseThrow()
            + " "
            + file.fields().urDecisionDate().orElseThrow()
            + " "
            + file.fields().employee().age().orElseThrow()
            + " "
            + file.fields().employee().sex().orElseThrow());
  }
}
