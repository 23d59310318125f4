package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.api.Front.Answer;
import org.openimr.api.Front.Ask;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Decision;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.memory.Faults;
import org.openimr.reviewers.Assignment;

/**
 * What a reviewer decides, item by item, and adopts. The second item is one that no rule decides.
 */
class ReviewRoutesTest {
  private static final String CASE = "/cases/" + Front.OWN_CASE;
  static final String ADOPT = "{\"action\": \"ADOPT\"}";
  static final String EVIDENCE =
      "{\"document\": \"pr2\", \"page\": 2, \"line\": 2, \"start\": 37, \"end\": 44, \"quote\": \"4"
          + " of 10\"}";
  static final String OVERRIDE =
      """
      {"action": "OVERRIDE", "decision": "UPHELD", "rationale": "The pain is less without it.",
       "guideline": {"title": "MTUS Chronic Pain Medical Treatment", "edition": "2009", "section": "Massage therapy"},
       "evidence": [%s]}
      """
          .formatted(EVIDENCE);

  private final Front front = new Front();
  private final Reviewers reviewers = new Reviewers(front);
  private final String reviewer = front.reviewer(Reviewers.FIRST.value());

  @BeforeEach
  void propose() {
    front.open(Front.OWN_CASE, "acme");
    Papers.propose(front, Decision.OVERTURNED, Decision.UNDETERMINED);
    reviewers.assignFirst();
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new JsonMapper().readTree(text);
  }

  private CaseHead head() {
    return new Cases(front.table).head(Papers.NUMBER).orElseThrow();
  }

  private String etag() {
    return '"' + head().etag() + '"';
  }

  private Ask reviewing(int item, String body) {
    return Ask.of("PUT", CASE + "/items/" + item + "/review")
        .by(reviewer)
        .header("if-match", etag())
        .json(body);
  }

  private Ask adopting(String key) {
    return Ask.post(CASE + "/adoption").by(reviewer).key(key).header("if-match", etag());
  }

  private void reviewBoth() {
    front.send(reviewing(1, ADOPT));
    front.send(reviewing(2, OVERRIDE));
  }

  private JsonNode shown(String token) {
    return front.send(Ask.get(CASE).by(token)).json();
  }

  @Test
  void anItemIsAdoptedAsProposed() throws JsonProcessingException {
    var answer = front.send(reviewing(1, ADOPT));
    var expected =
        json(
            """
            {"number": 1, "action": "ADOPT", "decision": "OVERTURNED", "guideline": null, "rationale": null, "evidence": []}
            """);
    assertEquals(
        List.of(200, expected, etag()),
        List.of(answer.status(), answer.json(), answer.header("etag")));
  }

  @Test
  void anItemIsDecidedOtherwise() throws JsonProcessingException {
    var answer = front.send(reviewing(1, OVERRIDE));
    var expected = json(OVERRIDE.replaceFirst("\\{", "{\"number\": 1, "));
    assertEquals(List.of(200, expected), List.of(answer.status(), answer.json()));
  }

  @Test
  void theReviewerSeesOwnReviewsAndNobodyElseDoes() {
    front.send(reviewing(1, OVERRIDE));
    assertEquals(
        List.of("UPHELD", "", "", ""),
        List.of(
            shown(reviewer).at("/items/0/review/decision").asText(),
            shown(front.staff()).at("/items/0/review/decision").asText(),
            shown(front.administrator("acme")).at("/items/0/review/decision").asText(),
            shown(reviewer).at("/items/1/review/decision").asText()));
  }

  @Test
  void aLaterReviewTakesTheEarliersPlace() {
    front.send(reviewing(1, OVERRIDE));
    front.send(reviewing(1, ADOPT));
    assertEquals("ADOPT", shown(reviewer).at("/items/0/review/action").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 422 SCHEMA_VIOLATION",
        "{\"action\": \"REJECT\"} | 422 SCHEMA_VIOLATION",
        "{\"action\": \"ADOPT\", \"decision\": \"UNDETERMINED\"} | 422 SCHEMA_VIOLATION",
        "{\"action\": \"ADOPT\", \"decision\": \"UPHELD\"} | 422 REVIEW_REFUSED",
        "{\"action\": \"OVERRIDE\"} | 422 REVIEW_REFUSED",
        "{\"action\": \"OVERRIDE\", \"decision\": \"UPHELD\"} | 422 REVIEW_REFUSED",
        "{\"action\": \"OVERRIDE\", \"decision\": \"UPHELD\", \"rationale\": \" \"} | 422"
            + " REVIEW_REFUSED",
        "{\"action\": \"OVERRIDE\", \"decision\": \"UPHELD\", \"rationale\": \"so\"} | 422"
            + " REVIEW_REFUSED"
      })
  void aReviewThatIsNotCompleteIsRefused(String body, String problem) {
    assertEquals(problem, front.send(reviewing(1, body)).problem());
  }

  @Test
  void anOverrideWithoutAnAnchorIsRefused() {
    var answer = front.send(reviewing(1, OVERRIDE.replace(EVIDENCE, "")));
    assertEquals(
        List.of(
            "422 REVIEW_REFUSED",
            "An override needs evidence: at least one passage of the case file."),
        List.of(answer.problem(), answer.json().path("detail").asText()));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"quote\": \"4 of 10\"', '\"quote\": \"5 of 10\"'",
    "'\"document\": \"pr2\"', '\"document\": \"pr3\"'",
    "'\"page\": 2', '\"page\": 1'",
    "'\"line\": 2', '\"line\": 1'",
    "'\"start\": 37', '\"start\": 36'",
    "'\"end\": 44', '\"end\": 45'",
    "'\"end\": 44', '\"end\": 9000000'",
    "'\"start\": 37', '\"start\": 99'"
  })
  void anAnchorThatDoesNotResolveIsRefused(String right, String wrong) {
    assertEquals(
        "422 ANCHOR_UNRESOLVED",
        front.send(reviewing(1, OVERRIDE.replace(right, wrong))).problem());
  }

  @Test
  void anItemThatNoRuleDecidesCannotBeAdopted() {
    assertEquals("422 ITEM_UNDECIDED", front.send(reviewing(2, ADOPT)).problem());
  }

  @Test
  void anItemThatIsNotThereIsNotFound() {
    assertEquals("404 ITEM_NOT_FOUND", front.send(reviewing(3, ADOPT)).problem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I, Thessaly Quillfeather, refuse it.",
        "Refused. QUILLFEATHER, THESSALY",
        "As Dr. Quillfeather I refuse it.",
        "Licence XQ 99417.",
        "Write to quill@example.org."
      })
  void aReviewThatNamesItsReviewerIsRefused(String words) {
    var answer = front.send(reviewing(1, OVERRIDE.replace("The pain is less without it.", words)));
    assertEquals(
        List.of("422 REVIEW_REFUSED", false),
        List.of(
            answer.problem(), answer.body().toLowerCase(java.util.Locale.ROOT).contains("quill")));
  }

  @Test
  void aChangeWithoutTheCasesTagIsRefused() {
    var ask = Ask.of("PUT", CASE + "/items/1/review").by(reviewer).json(ADOPT);
    assertEquals(
        List.of(
            "428 NO_IF_MATCH", "412 VERSION_CHANGED", "412 VERSION_CHANGED", "412 VERSION_CHANGED"),
        List.of(
            front.send(ask).problem(),
            front.send(ask.header("if-match", "*")).problem(),
            front.send(ask.header("if-match", "\"1.1\"")).problem(),
            front.send(ask.header("if-match", "W/" + etag())).problem()));
  }

  @Test
  void whoHasNotAttestedDecidesNothing() {
    reviewers.assign(Reviewers.FIRST);
    assertEquals(
        List.of("403 NOT_ATTESTED", "403 NOT_ATTESTED"),
        List.of(
            front.send(reviewing(1, ADOPT)).problem(), front.send(adopting("adopt-01")).problem()));
  }

  @Test
  void anAdoptionIsOfEveryItem() {
    front.send(reviewing(1, ADOPT));
    assertEquals("409 REVIEW_MISSING", front.send(adopting("adopt-01")).problem());
  }

  @Test
  void aReviewedCaseIsAdopted() throws JsonProcessingException {
    reviewBoth();
    var answer = front.send(adopting("adopt-01"));
    var expected =
        json(
            """
            {"caseNumber": "CM15-0000001", "state": "ADOPTED", "decisionDate": "2015-11-20"}
            """);
    assertEquals(
        List.of(202, expected, CaseState.ADOPTED, Optional.of(LocalDate.of(2015, 11, 20))),
        List.of(
            answer.status(),
            answer.json(),
            head().state(),
            head().adoption().map(adopted -> adopted.decisionDate())));
  }

  @Test
  void aRepeatedAdoptionIsDoneOnce() {
    reviewBoth();
    var ask = adopting("adopt-01");
    var first = front.send(ask);
    assertEquals(first, front.send(ask));
  }

  @Test
  void anotherAdoptionOfTheSameReadingIsToldThatItCameLate() {
    reviewBoth();
    var second = adopting("adopt-02");
    front.send(adopting("adopt-01"));
    assertEquals(
        List.of("412 VERSION_CHANGED", "409 WRONG_STATE"),
        List.of(front.send(second).problem(), front.send(adopting("adopt-03")).problem()));
  }

  @Test
  void ofTwoAdoptionsAtTheSameMomentOneWins() {
    reviewBoth();
    var second = adopting("adopt-02");
    var other = new ArrayList<Answer>();
    // The other request is done whole between this one's reading and its writing.
    var answer =
        front.send(
            second, new Between(front.table, () -> other.add(front.send(adopting("adopt-01")))));
    assertEquals(
        List.of("412 VERSION_CHANGED", 202), List.of(answer.problem(), other.getFirst().status()));
  }

  @Test
  void anAdoptionOfAChangedRevisionIsRefused() {
    reviewBoth();
    var ask = adopting("adopt-01");
    front.send(reviewing(1, OVERRIDE));
    assertEquals("412 VERSION_CHANGED", front.send(ask).problem());
  }

  @Test
  void aReviewerWithoutACurrentLicenceAdoptsNothing() {
    reviewBoth();
    reviewers.enroll(Reviewers.FIRST, LocalDate.of(2015, 11, 19));
    assertEquals("409 NO_CURRENT_LICENCE", front.send(adopting("adopt-01")).problem());
  }

  @Test
  void anAdoptedCaseTakesNoFurtherReview() {
    reviewBoth();
    front.send(adopting("adopt-01"));
    assertEquals("409 WRONG_STATE", front.send(reviewing(1, OVERRIDE)).problem());
  }

  @Test
  void theAssignmentEndsWithTheDecision() {
    reviewBoth();
    front.send(adopting("adopt-01"));
    assertEquals(
        List.of(
            new Assignment.Ended(
                Papers.NUMBER,
                Reviewers.FIRST,
                LocalDate.of(2015, 11, 20),
                Assignment.Ending.DECIDED)),
        new org.openimr.records.Assignments(front.table).of(Papers.NUMBER).assignments());
  }

  @Test
  void whoSeesDraftsSeesWhatWasAdoptedAndByWhichCredentials() throws JsonProcessingException {
    reviewBoth();
    front.send(adopting("adopt-01"));
    var credentials =
        json(
            """
            [{"states": ["Ohio"], "licences": ["MD"], "specialties": ["Family Medicine"]}]
            """);
    assertEquals(
        List.of("OVERTURNED", "UPHELD", credentials, "null", 0),
        List.of(
            shown(front.staff()).at("/items/0/decision").asText(),
            shown(front.staff()).at("/items/1/decision").asText(),
            shown(front.staff()).path("reviewers"),
            shown(front.administrator("acme")).at("/items/1/decision").toString(),
            shown(front.administrator("acme")).path("reviewers").size()));
  }

  @Test
  void severalReviewersDecideTogether() {
    reviewers.approve();
    reviewers.enroll(Reviewers.SECOND, LocalDate.of(2017, 1, 31));
    reviewers.attest(Reviewers.SECOND);
    reviewBoth();
    assertEquals("409 REVIEW_MISSING", front.send(adopting("adopt-01")).problem());
  }

  @Test
  void theAnalystSeesWhereReviewersDiffer() throws JsonProcessingException {
    reviewBoth();
    front.send(adopting("adopt-01"));
    var analyst = front.issuer.token("analyst", "a", claims -> claims);
    var expected =
        json(
            """
            {"cases": 1, "complete": true,
             "whole": {"name": "ALL", "items": 2, "agree": 1, "overridden": 1, "outcomes": [
               {"proposed": "OVERTURNED", "adopted": "OVERTURNED", "items": 1},
               {"proposed": "UNDETERMINED", "adopted": "UPHELD", "items": 1}]},
             "byTopic": [{"name": "massage-therapy", "items": 2, "agree": 1, "overridden": 1, "outcomes": [
               {"proposed": "OVERTURNED", "adopted": "OVERTURNED", "items": 1},
               {"proposed": "UNDETERMINED", "adopted": "UPHELD", "items": 1}]}],
             "byCategory": [{"name": "MASSAGE", "items": 2, "agree": 1, "overridden": 1, "outcomes": [
               {"proposed": "OVERTURNED", "adopted": "OVERTURNED", "items": 1},
               {"proposed": "UNDETERMINED", "adopted": "UPHELD", "items": 1}]}]}
            """);
    assertEquals(expected, front.send(Ask.get("/analysis/agreement").by(analyst)).json());
  }

  @Test
  void anAdoptionThatIsRepeatedAfterAnyFaultIsDoneOnce() {
    reviewBoth();
    int calls = calls();
    var answered = new ArrayList<List<Object>>();
    for (int failing = 1; failing <= calls; failing++) {
      for (boolean after : new boolean[] {false, true}) {
        var fresh = new ReviewRoutesTest();
        fresh.propose();
        fresh.reviewBoth();
        var ask = fresh.adopting("adopt-01");
        fresh.front.send(ask, new Faults(failing, after));
        answered.add(List.of(fresh.front.send(ask).status(), fresh.adoptions()));
      }
    }
    assertEquals(java.util.Collections.nCopies(2 * calls, List.<Object>of(202, 1L)), answered);
  }

  private int calls() {
    var none = new Faults(0, false);
    front.send(adopting("adopt-01"), none);
    return none.calls();
  }

  private long adoptions() {
    return new Cases(front.table)
        .events(Papers.NUMBER).stream().filter(event -> event.kind().equals("ADOPTED")).count();
  }
}
