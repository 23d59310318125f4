package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.api.Front.Ask;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;

/** What who is let in sees of a case that is proposed. */
class CaseRoutesTest {
  private static final String CASE = "/cases/" + Front.OWN_CASE;

  private final Front front = new Front();

  @BeforeEach
  void propose() {
    front.open(Front.OWN_CASE, "acme");
    Papers.propose(front);
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new JsonMapper().readTree(text);
  }

  private List<String> events() {
    return new Cases(front.table)
        .events(Papers.NUMBER).stream()
            .filter(event -> event.actor().contains(":"))
            .map(
                event ->
                    event.actor().replaceFirst(":.*", "")
                        + " "
                        + event.kind()
                        + " "
                        + event.cause())
            .filter(event -> !event.contains("CASE_OPENED"))
            .toList();
  }

  @Test
  void staffSeesTheWholeCase() throws JsonProcessingException {
    var answer = front.send(Ask.get(CASE).by(front.staff()));
    var expected =
        json(
            """
            {"caseNumber": "CM15-0000001", "revision": 1, "version": 3, "state": "PROPOSED",
             "stateSince": "2015-11-12T10:00:00Z", "reason": null,
             "clocks": {"records": null, "determination": null, "expeditedSince": null, "extended": false,
               "all": [], "penalty": null},
             "missing": [{"what": "APPLICATION_FORM", "stops": false, "detail":
               "The application for independent medical review (DWC Form IMR) is missing. Send it."}],
             "documents": [
               {"id": "copy", "type": "PROGRESS_REPORT", "date": null, "pages": 2, "readablePages": 2, "duplicateOf": "pr2"},
               {"id": "pr2", "type": "PROGRESS_REPORT", "date": null, "pages": 2, "readablePages": 2, "duplicateOf": null}],
             "items": [{"number": 1, "urDecision": null, "urCertifiedQuantity": null, "decision": "OVERTURNED",
               "authorized": false, "review": null}],
             "reviewers": [], "corrections": [], "review": null}
            """);
    assertEquals(
        List.of("\"1.3\"", expected, List.of("staff READ_CASE case")),
        List.of(answer.header("etag"), answer.json(), events()));
  }

  @Test
  void aDraftsDecisionIsNotForTheAdministrator() {
    var items = front.send(Ask.get(CASE).by(front.administrator("acme"))).json().path("items");
    assertEquals("null", items.path(0).path("decision").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"1.3\"', 304",
    "'W/\"1.3\"', 304",
    "'\"1.2\", \"1.3\"', 304",
    "*, 304",
    "'\"1.2\"', 200"
  })
  void whoHasTheCaseAlreadyIsToldSo(String tags, int status) {
    var answer = front.send(Ask.get(CASE).by(front.staff()).header("if-none-match", tags));
    assertEquals(
        List.of(status, "\"1.3\"", status == 200 ? 1 : 0),
        List.of(answer.status(), answer.header("etag"), events().size()));
  }

  @Test
  void aCaseWithoutPapersWaitsForThem() {
    front.open(Front.OTHER_CASE, "acme");
    var answer = front.send(Ask.get("/cases/" + Front.OTHER_CASE).by(front.staff()));
    assertEquals(
        List.of("\"0.1\"", "PENDING_RECORDS", "CLINICAL_RECORD"),
        List.of(
            answer.header("etag"),
            answer.json().path("state").asText(),
            answer.json().at("/missing/0/what").asText()));
  }

  @Test
  void aPageComesByLinesWithTheProposalsPassages() throws JsonProcessingException {
    var answer = front.send(Ask.get(CASE + "/documents/pr2?page=2").by(front.staff()));
    var expected =
        json(
            """
            {"document": "pr2", "type": "PROGRESS_REPORT", "date": null, "page": 2, "pages": 2, "readable": true,
             "lines": [{"line": 1, "start": 28, "end": 36, "text": "PAIN  is"},
                       {"line": 2, "start": 37, "end": 44, "text": "4 of 10"}],
             "passages": [{"item": 1, "criterion": "pain-score", "result": "MET", "line": 2, "start": 37, "end": 44}]}
            """);
    assertEquals(
        List.of(expected, List.of("staff READ_DOCUMENT pr2 page 2")),
        List.of(answer.json(), events()));
  }

  @Test
  void aPageThatWasAPictureSaysHowSureItsTextIs() throws JsonProcessingException {
    var lines =
        front.send(Ask.get(CASE + "/documents/copy").by(front.staff())).json().path("lines");
    assertEquals(
        List.of(97, 55), lines.findValues("confidence").stream().map(JsonNode::asInt).toList());
  }

  @Test
  void aPassageOfTheSummaryIsOfNoItem() throws JsonProcessingException {
    var passages =
        front.send(Ask.get(CASE + "/documents/copy").by(front.staff())).json().path("passages");
    assertEquals(
        json(
            """
            [{"item": null, "criterion": null, "result": null, "line": 1, "start": 8, "end": 15}]
            """),
        passages);
  }

  @Test
  void theAdministratorSeesThePageWithoutPassagesOfADraft() {
    var page =
        front.send(Ask.get(CASE + "/documents/pr2?page=2").by(front.administrator("acme"))).json();
    assertEquals(List.of(2, 0), List.of(page.path("lines").size(), page.path("passages").size()));
  }

  @ParameterizedTest
  @CsvSource({"pr2?page=3, 404 PAGE_NOT_FOUND", "pr3, 404 DOCUMENT_NOT_FOUND"})
  void whatIsNotThereIsNotFound(String rest, String problem) {
    assertEquals(
        problem, front.send(Ask.get(CASE + "/documents/" + rest).by(front.staff())).problem());
  }

  private Front.Answer search(String body) {
    return front.send(Ask.post(CASE + "/search").by(front.staff()).key("search-01").json(body));
  }

  @Test
  void findsWordsWhateverTheirCaseAcrossSpaces() throws JsonProcessingException {
    var answer = search("{\"words\": [\"pain is\", \"BADLY\"]}");
    var expected =
        json(
            """
            {"hits": [{"document": "pr2", "page": 1, "line": 2, "start": 22, "end": 27, "quote": "badly", "words": "BADLY"},
                      {"document": "pr2", "page": 2, "line": 1, "start": 28, "end": 36, "quote": "PAIN  is", "words": "pain is"}],
             "more": false}
            """);
    assertEquals(
        List.of(expected, List.of("staff SEARCHED search")), List.of(answer.json(), events()));
  }

  @Test
  void aRepeatedSearchIsAnotherReading() {
    var first = search("{\"words\": [\"badly\"]}");
    var second = search("{\"words\": [\"badly\"]}");
    assertEquals(
        List.of(first, List.of("staff SEARCHED search", "staff SEARCHED search")),
        List.of(second, events()));
  }

  @Test
  void saysWhetherThereIsMore() {
    var answer = search("{\"words\": [\"10\"], \"limit\": 1}").json();
    assertEquals(
        List.of(1, true), List.of(answer.path("hits").size(), answer.path("more").asBoolean()));
  }

  @Test
  void signsOfPatternsAreFoundAsTheyAre() {
    assertEquals(0, search("{\"words\": [\"8.*10\"]}").json().path("hits").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | application/json",
        "text/plain | text/plain; charset=utf-8",
        "text/html, application/json;q=0.9 | text/html; charset=utf-8",
        "text/*;q=0.5, application/pdf | application/pdf",
        "application/*, application/json;q=0 | application/pdf",
        "*/* | application/json"
      })
  void theDeterminationComesInTheFormThatIsWanted(String accept, String type) {
    var answer =
        front.send(Ask.get(CASE + "/determination").by(front.staff()).header("accept", accept));
    assertEquals(List.of(200, type), List.of(answer.status(), answer.header("content-type")));
  }

  @Test
  void aPdfComesInBase64AndItsReadingIsAnEvent() {
    var answer =
        front.send(
            Ask.get(CASE + "/determination").by(front.staff()).header("accept", "application/pdf"));
    assertEquals(
        List.of(Papers.PDF, List.of("staff READ_DETERMINATION PDF")),
        List.of(
            new String(Base64.getDecoder().decode(answer.body()), StandardCharsets.UTF_8),
            events()));
  }

  @Test
  void aFormThatThereIsNotIsNotAcceptable() {
    assertEquals(
        "406 NOT_ACCEPTABLE",
        front
            .send(Ask.get(CASE + "/determination").by(front.staff()).header("accept", "image/png"))
            .problem());
  }

  @Test
  void aDraftIsNotForTheAdministrator() {
    assertEquals(
        "404 NO_DETERMINATION",
        front.send(Ask.get(CASE + "/determination").by(front.administrator("acme"))).problem());
  }

  @Test
  void aLargeDocumentIsFetchedElsewhere() {
    Papers.draft(front, "txt", "x".repeat(4_000_001));
    var answer =
        front.send(
            Ask.get(CASE + "/determination").by(front.staff()).header("accept", "text/plain"));
    assertEquals(
        List.of(303, true),
        List.of(
            answer.status(),
            answer.header("location").contains("/imr-derived/CM15-0000001/r1/")
                && answer.header("location").contains("X-Amz-Expires=60")));
  }

  @Test
  void aDocumentWithOtherBytesIsNotShown() {
    Papers.draft(front, "txt", "another");
    assertEquals(
        "500 DOCUMENT_MISMATCH",
        front
            .send(Ask.get(CASE + "/determination").by(front.staff()).header("accept", "text/plain"))
            .problem());
  }

  private List<String> timeline(String token) {
    var kinds = new ArrayList<String>();
    String next = "";
    do {
      var page = front.send(Ask.get(CASE + "/timeline?limit=2" + next).by(token)).json();
      page.path("events")
          .forEach(
              each ->
                  kinds.add(
                      each.path("actor").asText().replaceFirst(":[0-9a-f]{16}$", ":#")
                          + " "
                          + each.path("kind").asText()));
      next = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asText();
    } while (!next.isEmpty());
    // The clock stands still here, and events of one moment have no order.
    kinds.sort(Comparator.naturalOrder());
    return kinds;
  }

  @Test
  void theTimelineHasWhatTheRoleMaySee() {
    front.send(Ask.get(CASE).by(front.staff()));
    var all =
        List.of(
            "determine PROPOSED",
            "evaluate EVALUATED",
            "intake REVISION_CUT",
            "staff:# CASE_OPENED",
            "staff:# READ_CASE");
    var administrators =
        List.of(
            "determine PROPOSED", "evaluate EVALUATED", "intake REVISION_CUT", "staff CASE_OPENED");
    assertEquals(
        List.of(all, administrators),
        List.of(timeline(front.staff()), timeline(front.administrator("acme"))));
  }

  @Test
  void aCaseThatCameByAFileAloneGetsItsOrganization() {
    var alone = new Front();
    CaseHead head = Papers.propose(alone);
    var before = alone.send(Ask.get(CASE).by(alone.administrator("acme"))).status();
    alone.open(Front.OWN_CASE, "acme");
    var after = alone.send(Ask.get(CASE).by(alone.administrator("acme")));
    var listed = alone.send(Ask.get("/cases").by(alone.administrator("acme"))).json();
    assertEquals(
        List.of(404, 200, "\"1." + (head.version() + 1) + "\"", 1),
        List.of(before, after.status(), after.header("etag"), listed.path("cases").size()));
  }

  @Test
  void theOrganizationStaysWithTheCaseWhenItMovesOn() {
    var cases = new Cases(front.table);
    var head = cases.head(Papers.NUMBER).orElseThrow();
    var after = head.startedAgain(Issuer.NOW);
    cases.startAgain(head, after, CaseEvent.of(after, "schedule", "STARTED_AGAIN", "attempt 1"));
    var listed = front.send(Ask.get("/cases?status=PROPOSED").by(front.administrator("acme")));
    assertEquals(Front.OWN_CASE, listed.json().at("/cases/0/caseNumber").asText());
  }
}
