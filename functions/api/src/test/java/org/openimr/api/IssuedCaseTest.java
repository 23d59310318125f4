package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.api.Front.Ask;
import org.openimr.api.internal.access.Caller;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Evaluation;
import org.openimr.precedents.ItemProfile;
import org.openimr.precedents.Precedent;
import org.openimr.records.Bodies;
import org.openimr.records.Cases;
import org.openimr.records.Grant;
import org.openimr.records.Grants;
import org.openimr.records.ObjectName;
import org.openimr.records.Precedents;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;

/** What all of a case see once its determination is issued: its item was decided otherwise. */
class IssuedCaseTest {
  private static final String CASE = "/cases/" + Front.OWN_CASE;

  private final Front front = new Front();
  private final Map<String, String> tokens = new TreeMap<>();

  @BeforeEach
  void issue() {
    front.open(Front.OWN_CASE, "acme");
    Papers.propose(front);
    var reviewers = new Reviewers(front);
    reviewers.assignFirst();
    String reviewer = front.reviewer(Reviewers.FIRST.value());
    front.send(
        Ask.of("PUT", CASE + "/items/1/review")
            .by(reviewer)
            .header("if-match", etag())
            .json(ReviewRoutesTest.OVERRIDE));
    front.send(
        Ask.post(CASE + "/adoption").by(reviewer).key("adopt-01").header("if-match", etag()));
    Papers.issue(front);
    front.table.commit(
        List.of(
            Grants.give(
                new Grant(
                    Papers.NUMBER,
                    Caller.id(Issuer.NAME, "worker"),
                    Grant.Party.WORKER,
                    Issuer.NOW,
                    Optional.empty()))));
    tokens.put("staff", front.staff());
    tokens.put("claims-administrator", front.administrator("acme"));
    tokens.put("reviewer", reviewer);
    tokens.put("party", front.party("worker"));
  }

  private String etag() {
    return '"' + new Cases(front.table).head(Papers.NUMBER).orElseThrow().etag() + '"';
  }

  @ParameterizedTest
  @CsvSource({
    "staff, text/plain, the determination",
    "claims-administrator, text/html, <p>the determination",
    "reviewer, text/plain, the determination",
    "party, text/plain, the determination",
    "party, application/json, '{\"kind\": \"FINAL\"}'"
  })
  void theFinalDeterminationIsForAllOfTheCase(String role, String type, String content) {
    var answer =
        front.send(
            Ask.get(CASE + "/determination")
                .by(String.valueOf(tokens.get(role)))
                .header("accept", type));
    assertEquals(List.of(200, content), List.of(answer.status(), answer.body()));
  }

  @Test
  void theFinalPdfComesAsItsBytes() {
    var answer =
        front.send(
            Ask.get(CASE + "/determination")
                .by(front.party("worker"))
                .header("accept", "application/pdf"));
    assertEquals(
        "%PDF-1.7 the determination",
        new String(Base64.getDecoder().decode(answer.body()), StandardCharsets.UTF_8));
  }

  @Test
  void aChangedFinalDocumentIsNotShown() {
    String key = Papers.NUMBER + "/r1/final/e-1/determination.txt";
    front.objects.put(
        new ObjectName(Settings.EMBEDDED.determinations(), key),
        "other".getBytes(StandardCharsets.UTF_8),
        "text/plain");
    var ask =
        Ask.get(CASE + "/determination").by(front.party("worker")).header("accept", "text/plain");
    assertEquals("500 DOCUMENT_MISMATCH", front.send(ask).problem());
  }

  @ParameterizedTest
  @CsvSource({"staff", "claims-administrator", "reviewer", "party"})
  void allOfTheCaseSeeDecisionClocksAndCredentials(String role) throws JsonProcessingException {
    var shown = front.send(Ask.get(CASE).by(String.valueOf(tokens.get(role)))).json();
    var credentials =
        new JsonMapper()
            .readTree(
                """
                [{"states": ["Ohio"], "licences": ["MD"], "specialties": ["Family Medicine"]}]
                """);
    assertEquals(
        List.of(
            "ISSUED",
            "UPHELD",
            List.of("IMPLEMENT_FUTURE_SERVICE", "APPEAL"),
            List.of("2015-12-01", "2015-12-21"),
            credentials),
        List.of(
            shown.path("state").asText(),
            shown.at("/items/0/decision").asText(),
            shown.at("/clocks/all").findValuesAsText("clock"),
            shown.at("/clocks/all").findValuesAsText("due"),
            shown.path("reviewers")));
  }

  @ParameterizedTest
  @CsvSource({"staff, 1", "reviewer, 1", "claims-administrator, 0"})
  void theRulesPassagesOfAnOverriddenItemAreNotForTheAdministrator(String role, int passages) {
    var page =
        front.send(Ask.get(CASE + "/documents/pr2?page=2").by(String.valueOf(tokens.get(role))));
    assertEquals(passages, page.json().path("passages").size());
  }

  @Test
  void anIssuedCaseTakesNoReviewAndNoAdoption() {
    String reviewer = String.valueOf(tokens.get("reviewer"));
    assertEquals(
        List.of("409 WRONG_STATE", "409 WRONG_STATE"),
        List.of(
            front
                .send(
                    Ask.of("PUT", CASE + "/items/1/review")
                        .by(reviewer)
                        .header("if-match", etag())
                        .json(ReviewRoutesTest.ADOPT))
                .problem(),
            front
                .send(
                    Ask.post(CASE + "/adoption")
                        .by(reviewer)
                        .key("adopt-02")
                        .header("if-match", etag()))
                .problem()));
  }

  @Test
  void thePartySeesThatTheCaseWasAdoptedAndIssuedAndNotByWhom() {
    var events =
        front.send(Ask.get(CASE + "/timeline").by(front.party("worker"))).json().path("events");
    assertEquals(
        List.of("ADOPTED by reviewer", "ISSUED by determine"),
        events.findValuesAsText("kind").stream()
            .filter(kind -> kind.equals("ADOPTED") || kind.equals("ISSUED"))
            .map(kind -> kind + " by " + actor(events, kind))
            .toList());
  }

  private static String actor(com.fasterxml.jackson.databind.JsonNode events, String kind) {
    for (var event : events) {
      if (event.path("kind").asText().equals(kind)) {
        return event.path("actor").asText();
      }
    }
    return "";
  }

  @Test
  void theNearestPublishedDecisionsComeWithTheTimeOfTheSearch() throws JsonProcessingException {
    keep(new CaseNumber("CM14-0000009"));
    keep(Papers.NUMBER);
    var answer = front.send(Ask.get(CASE + "/precedents").by(front.staff()));
    var expected =
        new JsonMapper()
            .readTree(
                """
                {"searchedAt": "2015-11-20T10:00:00Z",
                 "items": [{"number": 1, "complete": true,
                  "counts": [{"kind": "SAME_CRITERIA", "upheld": 1, "overturned": 0},
                             {"kind": "SAME_TOPIC", "upheld": 1, "overturned": 0},
                             {"kind": "SAME_CATEGORY_AND_REGION", "upheld": 1, "overturned": 0}],
                  "nearest": [{"caseNumber": "CM14-0000009", "item": 1, "outcome": "UPHELD",
                    "decided": null, "distance": 0, "differences": []}]}]}
                """);
    assertEquals(
        List.of(expected, true),
        List.of(
            answer.json(),
            new Cases(front.table)
                .events(Papers.NUMBER).stream()
                    .anyMatch(event -> event.kind().equals("READ_PRECEDENTS"))));
  }

  /** Keeps a published letter whose item is like the case's. */
  private void keep(CaseNumber number) {
    var head = new Cases(front.table).head(Papers.NUMBER).orElseThrow();
    var evaluation =
        new Bodies(front.objects, Settings.EMBEDDED)
            .get(head.evaluation().orElseThrow().hash(), Evaluation.class);
    var precedent =
        new Precedent(
            number,
            1,
            Optional.empty(),
            ItemProfile.of(evaluation.items().getFirst()),
            Decision.UPHELD,
            "pack");
    var upload =
        UploadRow.received(
            new ObjectName("letters", "incoming/" + number),
            Optional.empty(),
            Optional.empty(),
            1,
            Issuer.NOW);
    new org.openimr.records.Uploads(front.table).receive(upload);
    var letter = new Precedents.Letter(number, Optional.empty(), 1, "body");
    var precedents = new Precedents(front.table);
    precedents.keep(
        letter,
        upload.taken(org.openimr.casefile.UploadState.PRECEDENT, "0", number, Optional.empty()),
        Issuer.NOW);
    precedents.evaluated(letter, List.of(precedent));
  }
}
