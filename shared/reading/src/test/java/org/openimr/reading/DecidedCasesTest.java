package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;

/** Holds the reading of published letters against the decided cases beside the repository. */
class DecidedCasesTest {
  private record Row(String number, String decided, String reviewed, String injured, String items) {
    static Row of(JsonNode decided) {
      var items = new ArrayList<String>();
      decided.get("items").forEach(i -> items.add(i.get("decision").asText()));
      return new Row(
          decided.get("case_number").asText(),
          decided.get("decision_date").asText(),
          decided.get("ur_date").asText(),
          decided.get("injury_date").asText(),
          String.join(" ", items).toUpperCase(Locale.ROOT));
    }

    static Row of(PublishedDetermination letter) {
      return new Row(
          said(letter.caseNumber()),
          said(letter.decisionDate()),
          said(letter.urDenialDate()),
          said(letter.dateOfInjury()),
          String.join(" ", letter.items().stream().map(i -> i.decision().name()).toList()));
    }
  }

  private final CaseReader reader = new CaseReader();

  private static String said(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private static List<JsonNode> decided() throws IOException {
    var json = new ObjectMapper();
    var cases = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(SharedFiles.find("cases/development.jsonl"))) {
      JsonNode decided = json.readTree(line);
      if (decided.hasNonNull("pdf")) {
        cases.add(decided);
      }
    }
    return cases;
  }

  private PublishedDetermination letter(String text) {
    return switch (reader.read(SharedFiles.file(text), "")) {
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.Published(var letter)) -> letter;
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.OfCase other) ->
          throw new AssertionError("read as papers of a case");
      case Outcome.Rejected<CaseReader.Read>(var rejection) ->
          throw new AssertionError(rejection.code());
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsDatesItemsAndDecisionsOfEveryLetter(boolean sorted) throws IOException {
    Path letters = SharedFiles.find("determinations");
    var expected = new ArrayList<Row>();
    var read = new ArrayList<Row>();
    for (JsonNode decided : decided()) {
      expected.add(Row.of(decided));
      Path pdf = letters.resolve(decided.get("pdf").asText());
      read.add(Row.of(letter(SharedFiles.text(pdf, sorted))));
    }

    assertEquals(expected, read);
  }

  @Test
  void readsEveryFieldOfEveryLetterWhole() throws IOException {
    Path letters = SharedFiles.find("determinations");
    var gaps = new ArrayList<String>();
    for (JsonNode decided : decided()) {
      PublishedDetermination letter =
          letter(SharedFiles.text(letters.resolve(decided.get("pdf").asText()), true));
      if (!whole(letter)) {
        gaps.add(said(letter.caseNumber()));
      }
    }

    assertEquals(List.of(), gaps);
  }

  private static boolean whole(PublishedDetermination letter) {
    return letter.dateAssigned().isPresent()
        && letter.priority().isPresent()
        && letter.applicationReceived().isPresent()
        && !letter.statesOfLicensure().isEmpty()
        && !letter.specialties().isEmpty()
        && letter.clinicalSummary().endsWith(".")
        && letter.items().stream().allMatch(DecidedCasesTest::whole);
  }

  private static boolean whole(PublishedDetermination.Item item) {
    boolean parts = item.heading().contains("original request");
    return !item.description().isEmpty()
        && item.original().isPresent() == parts
        && item.authorized().isPresent() == parts
        && item.remaining().isPresent() == parts
        && item.rationale().length() > 60
        && (item.rationale().endsWith(".") || item.rationale().endsWith("necessary"))
        && !item.rationale().contains("guideline:");
  }

  @Test
  void readsTheSeedWithoutAGrid() throws IOException {
    String text = Files.readString(SharedFiles.find("seed-determination.txt"));
    PublishedDetermination letter = letter(text);

    assertTrue(letter.clinicalSummary().contains("cervical paraspinals and rhomboids"));
    assertEquals(
        new Row("", "", "", "", "OVERTURNED UPHELD")
            + "[North Carolina][Family Practice]"
            + "[Massage therapy to cervical spine (sessions) Qty 6,"
            + " Hydrocodone/Acetaminophen 10mg Qty 120]",
        Row.of(letter).toString()
            + letter.statesOfLicensure()
            + letter.specialties()
            + letter.items().stream().map(PublishedDetermination.Item::heading).toList());
  }
}
