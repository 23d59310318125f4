package org.openimr.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.Code;
import org.openimr.casefile.Employee;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Party;
import org.openimr.casefile.Physician;
import org.openimr.casefile.Rejection;
import org.openimr.letter.Redaction.Doubt;
import org.openimr.letter.Redaction.Reason;

class RedactorTest {
  private static final Redactor REDACTOR = new Redactor();

  /**
   * The planted texts: at least 300 identifiers in 30 texts, and later sets, each written unseen.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"planted.txt", "planted-later.txt", "planted-third.txt", "planted-fourth.txt"})
  void removesWhatIsPlantedAndKeepsWhatIsClinical(String file) {
    var score = RedactionScore.of(REDACTOR, PlantedText.of(file));
    assertEquals(
        List.of(true, true, List.of()),
        List.of(score.recall() >= 0.99, score.precision() >= 0.95, score.lost()),
        score::toString);
  }

  @Test
  void plantsEnoughOfEveryKind() {
    var texts = PlantedText.of("planted.txt");
    var planted = texts.stream().flatMap(text -> text.identifiers().stream()).toList();
    assertEquals(
        List.of(true, true, Identifier.values().length),
        List.of(
            texts.size() >= 30,
            planted.size() >= 300,
            (int) planted.stream().map(PlantedText.Planted::kind).distinct().count()));
  }

  @Test
  void putsTheKindInPlaceAndCounts() {
    var copy = redact("Call Dr. Ana Zubiri at (559) 555-0142 or (559) 555-0143.");
    assertEquals(
        List.of(
            "Call [PERSON] at [PHONE] or [PHONE].",
            Map.of(Identifier.PERSON, 1, Identifier.PHONE, 2)),
        List.of(copy.text(), copy.removed()));
  }

  @Test
  void removesANameWhereverItStandsAgain() {
    assertEquals(
        "[PERSON] asked. The notes of [PERSON] and [PERSON]'s scan agree.",
        redact("Dr. Zubiri asked. The notes of Zubiri and Zubiri's scan agree.").text());
  }

  @Test
  void keepsAgeSexClinicalDatesStatesAndTheCaseNumber() {
    String text =
        "CM15-0212345: a 54-year-old female was hurt on 5-1-09. The MRI of 08/12/2015 showed a"
            + " bulge at C5-6. Licensed in California, Oregon. Hoffmann is absent on Norco 10/325.";
    assertEquals(new Redaction(text, List.of(), List.of()), redact(text));
  }

  @Test
  void listsDoubtsByPlaceAndNeverByTheirText() {
    var copy = redact("Pain is better.\nShe walks with Brundlefly at home. Number 55128734.");
    assertEquals(
        List.of(new Doubt(Reason.POSSIBLE_NAME, 2, 16), new Doubt(Reason.LONG_NUMBER, 2, 43)),
        copy.doubts());
  }

  @Test
  void theWordsOfAFinalDeterminationAreNoNames() {
    var text =
        new String(
            new Letter()
                .issued(Samples.file(), Samples.evaluation(), 1, SampleReviews.adoption())
                .text(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(
        List.of(),
        redact(text).doubts().stream()
            .filter(doubt -> doubt.reason() == Reason.POSSIBLE_NAME)
            .toList());
  }

  @Test
  void raisesNoDoubtOverAWordThatAPersonHasCleared() {
    var known = new KnownIdentifiers(List.of(), Map.of(), Set.of("Brundlefly"));
    assertEquals(List.of(), REDACTOR.redact("She uses a Brundlefly.", known).doubts());
  }

  @Test
  void removesWhatTheCaseSaysOfItsPersonsWhateverItLooksLike() {
    var known = KnownIdentifiers.of(List.of(fields()), Set.of());
    assertEquals(
        "[PERSON] was born on [DATE_OF_BIRTH]; the file [CLAIM_NUMBER] says that [PERSON] walks.",
        REDACTOR
            .redact("Grace Hill was born on 3/14/1961; the file AB says that Hill walks.", known)
            .text());
  }

  @Test
  void removesNamesOfOrganizationsAndLeavesOrdinaryWordsThatTheyAreMadeOf() {
    var known = KnownIdentifiers.of(List.of(fields()), Set.of());
    assertEquals(
        "[ORGANIZATION] and [ORGANIZATION] wrote of pain; [ORGANIZATION] denied the cold pack.",
        REDACTOR
            .redact(
                "Delta Pain Institute and Wexcombe Cold Storage wrote of pain; Wexcombe denied the"
                    + " cold pack.",
                known)
            .text());
  }

  @Test
  void redactsTheTextValuesOfADeterminationAndLeavesItsForm() {
    String json =
        """
        {
          "schema" : "openimr/determination/1",
          "caseNumber" : "CM15-0212345",
          "clinicalSummary" : "Dr. Zubiri saw her.",
          "items" : [ {
            "number" : 1,
            "decision" : "OVERTURNED",
            "rationale" : "Zubiri measured \\"function\\"."
          } ]
        }
        """;
    assertEquals(
        json.replace("Dr. Zubiri", "[PERSON]").replace("Zubiri", "[PERSON]"),
        copy(REDACTOR.redactJson(json, KnownIdentifiers.NONE)).text());
  }

  @Test
  void namesTheValueOfAJsonDocumentThatIsInDoubt() {
    assertEquals(
        List.of(new Doubt(Reason.POSSIBLE_NAME, 2, 6)),
        copy(REDACTOR.redactJson(
                "{\"a\": \"pain\\nis better\", \"b\": \"with Brundlefly\"}", KnownIdentifiers.NONE))
            .doubts());
  }

  @Test
  void refusesWhatIsNoJson() {
    assertEquals(
        new Outcome.Rejected<>(
            new Rejection(
                Code.INVALID_JSON,
                "The file begins as JSON and is none. Name the file as it was written.")),
        REDACTOR.redactJson("{\"a\": ", KnownIdentifiers.NONE));
  }

  private static Redaction redact(String text) {
    return REDACTOR.redact(text, KnownIdentifiers.NONE);
  }

  private static Redaction copy(Outcome<Redaction> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<Redaction>(Redaction copy) -> copy;
      case Outcome.Rejected<Redaction> refused -> throw new AssertionError(refused);
    };
  }

  private static CaseFields fields() {
    var none = CaseFields.UNKNOWN;
    return new CaseFields(
        none.caseNumber(),
        none.priority(),
        none.dateAssigned(),
        none.applicationReceived(),
        none.dateOfInjury(),
        none.requestDate(),
        none.urDecisionDate(),
        none.urServedDate(),
        none.urServiceMethod(),
        none.noticeDate(),
        none.noticeMethod(),
        none.recordsReceivedDate(),
        none.liabilityDisputed(),
        Optional.of("AB"),
        new Employee(
            Optional.of("Grace Hill"),
            Optional.of(LocalDate.of(1961, 3, 14)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.of(
            new Physician(Optional.empty(), Optional.empty(), Optional.of("Delta Pain Institute"))),
        List.of(new Party("Claims administrator", "Wexcombe Cold Storage")),
        List.of());
  }
}
