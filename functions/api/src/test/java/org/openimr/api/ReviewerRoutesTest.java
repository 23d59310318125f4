package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.api.Front.Ask;
import org.openimr.records.ReviewerEvent;
import org.openimr.records.Roster;
import org.openimr.reviewers.Pseudonym;

/** The roster, as staff keeps it. */
class ReviewerRoutesTest {
  static final String ENTRY =
      """
      {"familyName": "Quillfeather", "givenName": "Ada",
       "licences": [{"state": "CA", "kind": "MD", "number": "A1111", "status": "UNRESTRICTED", "expiry": "2031-01-31"}],
       "certifications": [{"board": "ABMS", "specialty": "PHYSICAL_MEDICINE_REHABILITATION", "expiry": null}],
       "specialties": ["PHYSICAL_MEDICINE_REHABILITATION"], "practisingSince": "2000-01-01", "hoursPerWeek": 25,
       "qualifiedMedicalEvaluator": false, "disciplined": false, "affiliations": []}
      """;

  private static final String PATH = "/reviewers/RV-000007";

  private final Front front = new Front();

  private List<String> events() {
    return new Roster(front.table)
        .events(new Pseudonym("RV-000007")).stream().map(ReviewerEvent::kind).sorted().toList();
  }

  private Front.Answer replace(String tag, String body) {
    return front.send(Ask.put(PATH).by(front.staff()).header("if-match", tag).json(body));
  }

  @Test
  void takesTheGoodLinesAndNamesEachBadOne() throws JsonProcessingException {
    var answer =
        People.enroll(
            front,
            People.FITS,
            People.line("RV-8", "Brown", "A2222", "30", ""),
            People.line("RV-000009", "=Brown", "A1111", "many", ""));
    var expected =
        new JsonMapper()
            .readTree(
                """
                {"taken": 1, "refused": [
                  {"line": 3, "column": "pseudonym", "code": "SCHEMA_VIOLATION",
                   "detail": "The pseudonym is not one. Write RV, a hyphen and six digits, such as RV-004711."},
                  {"line": 4, "column": "family_name", "code": "FORMULA_CELL",
                   "detail": "A spreadsheet would take the cell for a formula. Remove the sign =, +, - or @ at its beginning."},
                  {"line": 4, "column": "hours_per_week", "code": "SCHEMA_VIOLATION",
                   "detail": "Write the hours of practice in a week as a whole number from 0 to 168."}]}
                """);
    assertEquals(expected, answer.json());
  }

  @Test
  void anImportThatIsRepeatedIsDoneOnce() {
    var first = People.enroll(front, People.FITS);
    var second = People.enroll(front, People.FITS);
    assertEquals(
        List.of(first.body(), List.of("REVIEWER_IMPORTED")), List.of(second.body(), events()));
  }

  @Test
  void aLineThatIsStoredAsItStandsIsNotWrittenAgain() {
    People.enroll(front, People.FITS);
    var taken =
        People.enroll(front, People.FITS, People.line("RV-000008", "Brown", "A2222", "30", ""));
    assertEquals(
        List.of(2, List.of("REVIEWER_IMPORTED")),
        List.of(taken.json().path("taken").asInt(), events()));
  }

  @Test
  void aLaterImportReplacesTheEntry() {
    People.enroll(front, People.FITS);
    People.enroll(front, People.line("RV-000007", "Quillfeather", "A1111", "40", ""));
    var entry = front.send(Ask.get(PATH).by(front.staff()));
    assertEquals(
        List.of("\"2.2\"", 40),
        List.of(entry.header("etag"), entry.json().path("hoursPerWeek").asInt()));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 415 MEDIA_TYPE_UNSUPPORTED",
    "text/csv; charset=latin1, 415 MEDIA_TYPE_UNSUPPORTED"
  })
  void takesCsvInUtf8Only(String type, String problem) {
    var ask = Ask.post("/reviewers/import").by(front.staff()).key("roster-01").csv("a");
    assertEquals(problem, front.send(ask.header("content-type", type)).problem());
  }

  @ParameterizedTest
  @CsvSource({"'', 422 EMPTY_FILE", "'a,b', 422 SCHEMA_VIOLATION"})
  void whatIsNoRosterIsRefusedAsAWhole(String text, String problem) {
    var ask = Ask.post("/reviewers/import").by(front.staff()).key("roster-01").csv(text);
    assertEquals(problem, front.send(ask).problem());
  }

  @Test
  void aRosterOverTheLimitIsRefused() {
    var ask = Ask.post("/reviewers/import").by(front.staff()).key("roster-01");
    assertEquals("413 BODY_TOO_LARGE", front.send(ask.csv("x".repeat(4_000_001))).problem());
  }

  @Test
  void whoItIsComesOnlyWhereAskedForAndIsAnEvent() {
    People.enroll(front, People.FITS);
    var plain = front.send(Ask.get(PATH).by(front.staff())).json();
    var named = front.send(Ask.get(PATH + "?identity=true").by(front.staff())).json();
    assertEquals(
        List.of("null", "Quillfeather", List.of("IDENTITY_READ", "REVIEWER_IMPORTED")),
        List.of(
            plain.path("identity").toString(),
            named.at("/identity/familyName").asText(),
            events()));
  }

  @Test
  void anEntryIsReplacedAgainstTheVersionThatWasSeen() {
    People.enroll(front, People.FITS);
    var replaced = replace("\"1.1\"", ENTRY);
    assertEquals(
        List.of("\"2.2\"", 25, "null", List.of("REVIEWER_IMPORTED", "REVIEWER_WRITTEN")),
        List.of(
            replaced.header("etag"),
            replaced.json().path("hoursPerWeek").asInt(),
            replaced.json().path("identity").toString(),
            events()));
  }

  @Test
  void aStaleOrMissingVersionIsRefused() {
    People.enroll(front, People.FITS);
    var without = front.send(Ask.put(PATH).by(front.staff()).json(ENTRY)).problem();
    assertEquals(
        List.of("428 NO_IF_MATCH", "412 VERSION_CHANGED", "412 VERSION_CHANGED"),
        List.of(
            without, replace("\"1.2\"", ENTRY).problem(), replace("W/\"1.1\"", ENTRY).problem()));
  }

  @ParameterizedTest
  @CsvSource({
    "UNRESTRICTED, PERFECT, 422 SCHEMA_VIOLATION",
    "2031-01-31, 2031-02-31, 422 SCHEMA_VIOLATION",
    "2000-01-01, 2016-01-01, 422 IMPOSSIBLE_DATES",
    "Quillfeather, +Quill, 422 FORMULA_CELL",
    "Quillfeather, Qui;ll, 422 SCHEMA_VIOLATION"
  })
  void anEntryIsHeldAgainstTheRulesOfAnImport(String good, String bad, String problem) {
    People.enroll(front, People.FITS);
    assertEquals(problem, replace("\"1.1\"", ENTRY.replace(good, bad)).problem());
  }

  @Test
  void aLicenceOfAnotherReviewerIsRefused() {
    People.enroll(front, People.FITS, People.line("RV-000008", "Brown", "A2222", "30", ""));
    assertEquals(
        Optional.of("422 DUPLICATE_REVIEWER"),
        Optional.of(replace("\"1.1\"", ENTRY.replace("A1111", "A2222")).problem()));
  }
}
