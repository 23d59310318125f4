package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.Observation;

/** Tables of medications in progress reports, as writers set them and as a PDF gives them. */
class MedicationTableTest {
  private static final FactReader READER = new FactReader();

  private static final String GAPS =
      """
      CURRENT MEDICATIONS
      Drug                        Strength    Sig                     Qty   Refills
      Hydrocodone/Acetaminophen   10/325 mg   1 tab every 6 hours     120   0
      Naproxen                    550 mg      1 tab twice a day       60    2
      Omeprazole                  20 mg       1 cap daily             30    2
      """;

  private static final String BARS =
      """
      CURRENT MEDICATIONS
      | Medication | Dose | Directions | Quantity | Refills |
      | Hydrocodone/Acetaminophen | 10/325 mg | 1 tab every 6 hours | 120 | 0 |
      | Naproxen | 550 mg | 1 tab twice a day | 60 | 2 |
      """;

  private static final String NAMES_IN_SMALL_LETTERS =
      """
      CURRENT MEDICATIONS
      Medication                            Dose         Sig                     Qty   Refills
      hydrocodone-acetaminophen tablet      10/325 mg    1 tab every 6 hours     120   0
      naproxen 550 mg tablet                550 mg       1 tab twice a day       60    2
      omeprazole 20 mg capsule              20 mg                                30    2
      """;

  private static final String WITH_STATUS =
      """
      CURRENT MEDICATIONS
      Medication                            Sig                   Disp   Status         Last Filled
      Hydrocodone-acetaminophen 10/325 mg   1 tab every 6 hours   120    Active         10/01/2015
      Oxycodone 10 mg                       1 tab twice a day     60     Discontinued   05/01/2015
      """;

  private static final String WRAPPED =
      """
      CURRENT MEDICATIONS
      Drug            Strength    Sig               Qty   Refills
      Hydrocodone-    10/325 mg   1 tab every       120   0
      acetaminophen               6 hours as
                                  needed
      Naproxen        550 mg      1 tab twice       60    2
                                  a day with food
      """;

  private static final String WRAPPED_IN_BARS =
      """
      CURRENT MEDICATIONS
      | Drug | Strength | Sig | Qty | Refills |
      | Hydrocodone- | 10/325 mg | 1 tab every | 120 | 0 |
      | acetaminophen | | 6 hours as needed | | |
      | Naproxen | 550 mg | 1 tab twice | 60 | 2 |
      | | | a day with food | | |
      """;

  private static final String SINGLE_SPACES =
      """
      CURRENT MEDICATIONS
      Drug Strength Sig Qty Refills
      Hydrocodone/Acetaminophen 10/325 mg 1 tab every 6 hours 120 0
      Naproxen 550 mg 1 tab twice a day 60 2
      """;

  private static final String NUMBERED =
      """
      CURRENT MEDICATIONS
      # Medication Strength Directions Qty Refills
      1 Hydrocodone/Acetaminophen 10/325 mg 1 tab every 6 hours
      as needed 120 0
      2 Naproxen 550 mg 1 tab twice a day 60 2
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        NUMBERED,
        GAPS,
        NAMES_IN_SMALL_LETTERS,
        WITH_STATUS,
        BARS,
        WRAPPED,
        WRAPPED_IN_BARS,
        SINGLE_SPACES
      })
  void readsStrengthAndDirectionsOfADrugFromItsRow(String table) {
    assertEquals(
        Map.of(
            "acetaminophenDailyMg", "1300",
            "dailyDoses hydrocodone", "4",
            "morphineEquivalentMgPerDay", "40"),
        amounts(table));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        CURRENT MEDICATIONS
        Drug                        Strength    Sig                     Qty   Refills
        Hydrocodone/Acetaminophen   10/325 mg                           120   0
        Fictolidine                 5 mg        1 tab three times a day 90    2
        """,
        """
        CURRENT MEDICATIONS
        | Drug | Strength | Sig | Qty | Refills |
        | Hydrocodone/Acetaminophen | 10/325 mg | | 120 | 0 |
        | Fictolidine | 5 mg | 1 tab three times a day | 90 | 2 |
        """,
        """
        CURRENT MEDICATIONS
        Drug Strength Sig Qty Refills
        Hydrocodone/Acetaminophen 10/325 mg 120 0
        Fictolidine 5 mg 1 tab three times a day 90 2
        """
      })
  void takesNothingFromTheNextRow(String table) {
    assertEquals(Map.of(), amounts(table));
  }

  @Test
  void goesOnBelowTheTable() {
    assertEquals(
        List.of("7"),
        observations(GAPS + "\nPain is 7/10 with medications.\n").stream()
            .filter(o -> o.fact().equals("painWithMeds"))
            .map(MedicationTableTest::value)
            .toList());
  }

  @Test
  void anchorsAWrappedRowInTheTextAsItStands() {
    var text = AnchoredText.of(document(WRAPPED));
    assertTrue(observations(WRAPPED).stream().map(Observation::anchor).allMatch(text::resolves));
  }

  private static Map<String, String> amounts(String table) {
    var amounts = new TreeMap<String, String>();
    observations(table).stream()
        .filter(o -> o.value() instanceof FactValue.Amount)
        .forEach(o -> amounts.put(o.fact() + o.subject().map(s -> " " + s).orElse(""), value(o)));
    return amounts;
  }

  private static String value(Observation observation) {
    return switch (observation.value()) {
      case FactValue.Amount(var amount) -> amount.toPlainString();
      case FactValue.Truth(boolean truth) -> String.valueOf(truth);
      case FactValue.Term(String term) -> term;
    };
  }

  private static List<Observation> observations(String text) {
    return READER
        .read(
            new CaseFile(
                new CaseNumber("CM15-0000001"),
                CaseFields.UNKNOWN,
                List.of(document(text)),
                Map.of(),
                List.of()))
        .observations();
  }

  private static CaseDocument document(String text) {
    return new CaseDocument(
        "report",
        DocumentType.PROGRESS_REPORT,
        Optional.of(LocalDate.parse("2015-10-13")),
        text,
        new TreeSet<>());
  }
}
