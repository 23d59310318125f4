package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.api.Front.Answer;
import org.openimr.api.Front.Ask;
import org.openimr.api.internal.access.Caller;
import org.openimr.casefile.Correction;
import org.openimr.records.Bodies;
import org.openimr.records.Cases;
import org.openimr.records.CorrectionState;
import org.openimr.records.Corrections;
import org.openimr.records.Grant;
import org.openimr.records.Grants;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;
import org.openimr.records.memory.Faults;

/** Clerical corrections of an issued determination. */
class CorrectionRoutesTest {
  private static final String CASE = "/cases/" + Front.OWN_CASE;

  static final String ASSIGNED =
      """
      {"reason": "It was typed wrong.",
       "entries": [{"place": "DATE_ASSIGNED", "printed": "11/12/2015", "reads": "11/13/2015"}]}
      """;
  static final String REASONED =
      """
      {"reason": "It was typed wrong.",
       "entries": [{"place": "RATIONALE", "item": 1, "printed": "knee dose", "reads": "knee does"}]}
      """;
  static final String DETERMINATION =
      """
      {"kind": "FINAL",
       "header": {"dateAssigned": "2015-11-12", "dateOfInjury": null},
       "reviewers": [{"states": ["Ohio"], "licences": ["MD"], "specialties": ["Family Medicine"]}],
       "clinicalSummary": "Seen by Dr. Pain, 8 of 10.",
       "items": [{"number": 1, "description": "Massage Qty 6", "claimsAdministratorGuideline": [],
                  "rationale": "The knee dose not\\n- bend. It is not medically necessary."}]}
      """;

  final Front front = new Front();
  private final String reviewer = front.reviewer(Reviewers.FIRST.value());

  @BeforeEach
  void issue() {
    adopt();
    Papers.issue(front, DETERMINATION);
    front.table.commit(
        List.of(
            Grants.give(
                new Grant(
                    Papers.NUMBER,
                    Caller.id(Issuer.NAME, "worker"),
                    Grant.Party.WORKER,
                    Issuer.NOW,
                    Optional.empty()))));
  }

  void adopt() {
    front.open(Front.OWN_CASE, "acme");
    Papers.propose(front);
    new Reviewers(front).assignFirst();
    front.send(
        Ask.of("PUT", CASE + "/items/1/review")
            .by(reviewer)
            .header("if-match", etag(front))
            .json(ReviewRoutesTest.OVERRIDE));
    front.send(
        Ask.post(CASE + "/adoption").by(reviewer).key("adopt-01").header("if-match", etag(front)));
  }

  /** As the case shows it. */
  static String etag(Front front) {
    return front.send(Ask.get(CASE).by(front.staff())).header("etag");
  }

  Ask asking(String key, String body) {
    return Ask.post(CASE + "/corrections")
        .by(front.staff())
        .key(key)
        .header("if-match", etag(front))
        .json(body);
  }

  private Answer assent(boolean assents) {
    return front.send(
        Ask.put(CASE + "/corrections/1/assent")
            .by(reviewer)
            .header("if-match", etag(front))
            .json("{\"assents\": " + assents + "}"));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new JsonMapper().readTree(text);
  }

  private CorrectionState state(int number) {
    return new Corrections(front.table).of(Papers.NUMBER).of(number).orElseThrow().state();
  }

  List<String> numbers(String token) {
    return front
        .send(Ask.get(CASE + "/corrections").by(token))
        .json()
        .path("corrections")
        .findValuesAsText("number");
  }

  @Test
  void staffCorrectsADayAlone() throws JsonProcessingException {
    var answer = front.send(asking("correct-1", ASSIGNED));
    var expected =
        json(
            """
            {"caseNumber": "CM15-0000001", "number": 1, "state": "REQUESTED", "assent": false}
            """);
    assertEquals(
        List.of(202, expected, etag(front)),
        List.of(answer.status(), answer.json(), answer.header("etag")));
  }

  @Test
  void theCorrectionNamesTheDeterminationByItsHashesAndDays() {
    front.send(asking("correct-1", ASSIGNED));
    var row = new Corrections(front.table).of(Papers.NUMBER).rows().getFirst();
    var kept = new Bodies(front.objects, Settings.EMBEDDED).get(row.body(), Correction.class);
    var head = new Cases(front.table).head(Papers.NUMBER).orElseThrow();
    var set = head.adoption().flatMap(adopted -> adopted.documents()).orElseThrow();
    assertEquals(
        List.of(
            new Correction.Corrected(
                1,
                head.adoption().orElseThrow().decisionDate(),
                java.time.LocalDate.of(2015, 11, 20),
                set.json(),
                set.text(),
                set.html(),
                set.pdf()),
            Optional.of(java.time.LocalDate.of(2015, 11, 20))),
        List.of(kept.corrected(), row.date()));
  }

  @Test
  void theCorrectionStandsBesideTheDeterminationForAllOfTheCase() throws JsonProcessingException {
    front.send(asking("correct-1", ASSIGNED));
    Papers.correct(front, 1);
    String worker = front.party("worker");
    var shown = front.send(Ask.get(CASE).by(worker)).json().path("corrections");
    var listed = front.send(Ask.get(CASE + "/corrections").by(worker)).json();
    var determination =
        front.send(Ask.get(CASE + "/determination").by(worker).header("accept", "text/plain"));
    assertEquals(
        List.of(
            json(
                "[{\"number\": 1, \"date\": \"2015-11-20\", \"href\": \""
                    + CASE
                    + "/corrections/1\"}]"),
            json(
                """
                {"corrections": [{"number": 1, "state": "ISSUED", "assent": false, "date": "2015-11-20",
                  "reason": "It was typed wrong.", "href": "/cases/CM15-0000001/corrections/1", "failure": null,
                  "entries": [{"place": "DATE_ASSIGNED", "item": null, "printed": "11/12/2015",
                               "reads": "11/13/2015", "replaces": null}]}]}
                """),
            "the determination",
            "</cases/CM15-0000001/corrections/1>; rel=\"urn:openimr:correction\""),
        List.of(shown, listed, determination.body(), determination.header("link")));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, '{\"number\": 1}'",
    "text/plain, the correction",
    "text/html, <p>the correction",
    "application/pdf, %PDF-1.7 the correction"
  })
  void theLetterComesInItsFourForms(String type, String content) {
    front.send(asking("correct-1", ASSIGNED));
    Papers.correct(front, 1);
    var answer =
        front.send(
            Ask.get(CASE + "/corrections/1").by(front.party("worker")).header("accept", type));
    String body =
        type.equals("application/pdf")
            ? new String(Base64.getDecoder().decode(answer.body()), StandardCharsets.UTF_8)
            : answer.body();
    assertEquals(List.of(200, content), List.of(answer.status(), body));
  }

  @Test
  void aLetterThatTheCallerHasOrThatWasChangedIsNotSent() {
    front.send(asking("correct-1", ASSIGNED));
    Papers.correct(front, 1);
    var ask = Ask.get(CASE + "/corrections/1").by(front.staff()).header("accept", "text/plain");
    var first = front.send(ask);
    int again = front.send(ask.header("if-none-match", first.header("etag"))).status();
    front.objects.put(
        new ObjectName(
            Settings.EMBEDDED.determinations(),
            Papers.NUMBER + "/r1/correction-01/b-1/correction.txt"),
        "other".getBytes(StandardCharsets.UTF_8),
        "text/plain");
    assertEquals(List.of(304, "500 DOCUMENT_MISMATCH"), List.of(again, front.send(ask).problem()));
  }

  @Test
  void theCaseHasAnotherTagFromEachChangeOfItsCorrectionsOn() {
    String before = etag(front);
    front.send(asking("correct-1", ASSIGNED));
    String requested = etag(front);
    Papers.correct(front, 1);
    var stale =
        front.send(Ask.get(CASE).by(front.staff()).header("if-none-match", requested)).status();
    assertEquals(
        List.of("\"1.7\"", "\"1.7.1\"", "\"1.7.2\"", 200),
        List.of(before, requested, etag(front), stale));
  }

  @Test
  void theReasonsNeedTheReviewersAssent() {
    var asked = front.send(asking("correct-1", REASONED));
    var before = state(1);
    var assented = assent(true);
    Papers.correct(front, 1);
    assertEquals(
        List.of(true, CorrectionState.REQUESTED, "ASSENTED", CorrectionState.ISSUED),
        List.of(
            asked.json().path("assent").asBoolean(),
            before,
            assented.json().path("state").asText(),
            state(1)));
  }

  @Test
  void aReviewerWhoDeclinesEndsIt() {
    front.send(asking("correct-1", REASONED));
    var declined = assent(false);
    assertEquals(
        List.of("DECLINED", "409 WRONG_STATE", List.of("1"), List.of()),
        List.of(
            declined.json().path("state").asText(),
            assent(true).problem(),
            numbers(reviewer),
            numbers(front.party("worker"))));
  }

  @Test
  void staffTakesBackWhatWaitsForAReviewerAndNothingElse() {
    front.send(asking("correct-1", REASONED));
    var first = Ask.of("DELETE", CASE + "/corrections/1").by(front.staff());
    var taken = front.send(first.header("if-match", etag(front)));
    int anew = front.send(asking("correct-2", REASONED)).status();
    front.send(asking("correct-3", ASSIGNED));
    var due = Ask.of("DELETE", CASE + "/corrections/3").by(front.staff());
    assertEquals(
        List.of("WITHDRAWN", 202, "409 WRONG_STATE", CorrectionState.REQUESTED),
        List.of(
            taken.json().path("state").asText(),
            anew,
            front.send(due.header("if-match", etag(front))).problem(),
            state(3)));
  }

  @Test
  void whatIsNotIssuedOnlyStaffAndTheReviewerSee() {
    front.send(asking("correct-1", REASONED));
    front.send(asking("correct-2", ASSIGNED));
    var ask = Ask.get(CASE + "/corrections/1");
    assertEquals(
        List.of(
            List.of("1", "2"),
            List.of("1"),
            List.of(),
            List.of(),
            "404 CORRECTION_NOT_FOUND",
            "404 CORRECTION_NOT_FOUND"),
        List.of(
            numbers(front.staff()),
            numbers(reviewer),
            numbers(front.administrator("acme")),
            numbers(front.party("worker")),
            front.send(ask.by(front.party("worker"))).problem(),
            front.send(ask.by(front.staff())).problem()));
  }

  @Test
  void anAssentIsOfTheCaseAsItWasReadAndOfWhatAsks() {
    front.send(asking("correct-1", ASSIGNED));
    front.send(asking("correct-2", REASONED));
    var ask = Ask.put(CASE + "/corrections/2/assent").by(reviewer).json("{\"assents\": true}");
    assertEquals(
        List.of("404 CORRECTION_NOT_FOUND", "428 NO_IF_MATCH", "412 VERSION_CHANGED"),
        List.of(
            assent(true).problem(),
            front.send(ask).problem(),
            front.send(ask.header("if-match", "\"1.7.1\"")).problem()));
  }

  @Test
  void theSameWordsAreCorrectedAtATimeAndThenOtherwise() {
    var later = ASSIGNED.replace("11/13/2015", "11/14/2015");
    front.send(asking("correct-1", ASSIGNED));
    String onItsWay = front.send(asking("correct-2", later)).problem();
    Papers.correct(front, 1);
    String same = front.send(asking("correct-3", ASSIGNED)).problem();
    front.send(asking("correct-4", later));
    var listed = front.send(Ask.get(CASE + "/corrections").by(front.staff())).json();
    assertEquals(
        List.of("409 ALREADY_CORRECTED", "409 ALREADY_CORRECTED", "1"),
        List.of(onItsWay, same, listed.at("/corrections/1/entries/0/replaces").asText()));
  }

  @Test
  void ofTwoRequestsAtTheSameMomentOneIsDoneAndTheOtherIsTold() {
    var second = asking("correct-2", REASONED);
    var other = new ArrayList<Answer>();
    var between =
        new Between(front.table, () -> other.add(front.send(asking("correct-1", ASSIGNED))));
    var answer = front.send(second, between);
    assertEquals(
        List.of("412 VERSION_CHANGED", 202, List.of("1")),
        List.of(answer.problem(), other.getFirst().status(), numbers(front.staff())));
  }

  @Test
  void aRepeatIsDoneOnceAndAnswersTheSame() {
    var ask = asking("correct-1", ASSIGNED);
    var first = front.send(ask);
    assertEquals(List.of(first, List.of("1")), List.of(front.send(ask), numbers(front.staff())));
  }

  @Test
  void aRequestThatIsRepeatedAfterAnyFaultIsDoneOnce() {
    var none = new Faults(0, false);
    front.send(asking("correct-0", ASSIGNED), none);
    var statuses = new ArrayList<List<Object>>();
    for (int failing = 1; failing <= none.calls(); failing++) {
      for (boolean after : new boolean[] {false, true}) {
        var other = new CorrectionRoutesTest();
        other.issue();
        var ask = other.asking("correct-1", ASSIGNED);
        int first = other.front.send(ask, new Faults(failing, after)).status();
        statuses.add(
            List.of(
                first, other.front.send(ask).status(), other.numbers(other.front.staff()).size()));
      }
    }
    assertEquals(Collections.nCopies(2 * none.calls(), List.of(503, 202, 1)), statuses);
  }

  @Test
  void thePartySeesThatItWasCorrectedAndNotWhoAsked() {
    front.send(asking("correct-1", ASSIGNED));
    Papers.correct(front, 1);
    var events =
        front.send(Ask.get(CASE + "/timeline").by(front.party("worker"))).json().path("events");
    var seen = new ArrayList<String>();
    for (JsonNode event : events) {
      if (event.path("kind").asText().startsWith("CORRECT")) {
        seen.add(event.path("kind").asText() + " by " + event.path("actor").asText());
      }
    }
    assertEquals(List.of("CORRECTED by determine"), seen);
  }

  @Test
  void everyReadingOfACorrectionIsAnEvent() {
    front.send(asking("correct-1", ASSIGNED));
    Papers.correct(front, 1);
    front.send(Ask.get(CASE + "/corrections").by(front.party("worker")));
    front.send(Ask.get(CASE + "/corrections/1").by(front.party("worker")));
    assertEquals(
        List.of("READ_CORRECTION", "READ_CORRECTIONS"),
        new Cases(front.table)
            .events(Papers.NUMBER).stream()
                .map(event -> event.kind())
                .filter(kind -> kind.startsWith("READ_CORRECTION"))
                .sorted()
                .toList());
  }
}
