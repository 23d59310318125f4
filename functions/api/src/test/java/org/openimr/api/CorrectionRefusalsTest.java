package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.api.Front.Ask;

/** Requests for a correction that are refused, and leave nothing behind. */
class CorrectionRefusalsTest {
  private static final String CASE = "/cases/" + Front.OWN_CASE;

  private final CorrectionRoutesTest corrections = new CorrectionRoutesTest();

  @BeforeEach
  void issue() {
    corrections.issue();
  }

  @ParameterizedTest
  @CsvSource({
    "RATIONALE, 1, elbow, knee, 422 TEXT_NOT_PRINTED",
    "RATIONALE, 1, e, a, 422 TEXT_AMBIGUOUS",
    "RATIONALE, 2, knee, knees, 404 ITEM_NOT_FOUND",
    "RATIONALE, 1, knee, knee, 422 CORRECTION_REFUSED",
    "RATIONALE, 1, is not medically, is medically, 422 NOT_CLERICAL",
    "DECISION, 1, Upheld, Overturned, 422 NOT_CLERICAL",
    "QUANTITY, 1, 6, 8, 422 NOT_CLERICAL",
    "ITEM_DESCRIPTION, 1, Qty 6, Qty 8, 422 NOT_CLERICAL",
    "RATIONALE, 1, knee, ' ', 422 SCHEMA_VIOLATION",
    "OUTCOME, 1, knee, knees, 422 SCHEMA_VIOLATION",
    "RATIONALE, 1, knee dose, knee \\u202Edoes, 422 CORRECTION_REFUSED",
    "RATIONALE, 1, knee dose, knee does\\ud800, 422 CORRECTION_REFUSED",
    "CLINICAL_SUMMARY, 0, Pain, Quillfeather, 422 CORRECTION_REFUSED",
    "RATIONALE, 1, knee dose, Dr. Quillfeather's knee, 422 CORRECTION_REFUSED"
  })
  void anEntryThatIsNotClericalIsRefused(
      String place, int item, String printed, String reads, String problem) {
    String body =
        """
        {"reason": "so", "entries": [{"place": "%s", %s "printed": "%s", "reads": "%s"}]}
        """
            .formatted(place, item > 0 ? "\"item\": " + item + "," : "", printed, reads);
    assertEquals(
        List.of(problem, List.of()),
        List.of(
            corrections.front.send(corrections.asking("correct-1", body)).problem(),
            corrections.numbers(corrections.front.staff())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"reason\": \"so\"}", "{\"reason\": \"so\", \"entries\": []}", "{}"})
  void aRequestWithoutAnEntryIsRefused(String body) {
    assertEquals(
        "422 SCHEMA_VIOLATION",
        corrections.front.send(corrections.asking("correct-1", body)).problem());
  }

  @Test
  void aCaseThatIsNotIssuedHasNothingToCorrect() {
    var other = new CorrectionRoutesTest();
    other.adopt();
    assertEquals(
        List.of("409 WRONG_STATE", List.of()),
        List.of(
            other.front.send(other.asking("correct-1", CorrectionRoutesTest.ASSIGNED)).problem(),
            other.numbers(other.front.staff())));
  }

  @Test
  void aRequestWithoutKeyOrTagOrOfAnotherVersionIsRefused() {
    var ask =
        Ask.post(CASE + "/corrections")
            .by(corrections.front.staff())
            .json(CorrectionRoutesTest.ASSIGNED);
    assertEquals(
        List.of("400 NO_IDEMPOTENCY_KEY", "428 NO_IF_MATCH", "412 VERSION_CHANGED"),
        List.of(
            corrections
                .front
                .send(ask.header("if-match", CorrectionRoutesTest.etag(corrections.front)))
                .problem(),
            corrections.front.send(ask.key("correct-1")).problem(),
            corrections.front.send(ask.key("correct-1").header("if-match", "\"1.5\"")).problem()));
  }
}
