package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openimr.api.Front.Ask;
import org.openimr.casefile.Party;
import org.openimr.records.CaseEvent;
import org.openimr.records.Cases;

/** From the choice of a reviewer to the open file, and back. */
class AssignmentRoutesTest {
  private static final String BUSY = People.line("RV-000008", "Wrenfield", "A2222", "10", "");
  private static final String TIED =
      People.line("RV-000009", "Larksong", "A3333", "30", "THE_PARTY|EMPLOYMENT|Harbor Mutual");

  private final Front front = new Front();
  private final String reviewer = front.reviewer("RV-000007");

  @BeforeEach
  void propose() {
    People.propose(front);
  }

  private List<String> answered(String... paths) {
    var answered = new ArrayList<String>();
    for (String path : paths) {
      var ask =
          path.equals("/search")
              ? Ask.post(People.CASE + path).key("search-0001").json("{\"words\": [\"pain\"]}")
              : Ask.get(People.CASE + path);
      var answer = front.send(ask.by(reviewer));
      answered.add(answer.status() < 300 ? "" + answer.status() : answer.problem());
    }
    return answered;
  }

  private List<String> events(String... kinds) {
    return new Cases(front.table)
        .events(Papers.NUMBER).stream()
            .map(CaseEvent::kind)
            .filter(List.of(kinds)::contains)
            .toList();
  }

  private JsonNode review() {
    return front.send(Ask.get(People.CASE).by(front.staff())).json().path("review");
  }

  @Test
  void theChoiceSaysWhyEachCandidateWasTakenOrPassedOver() {
    People.enroll(front, People.FITS, BUSY, TIED);
    var answer = People.assign(front, "assign-001").json();
    var standing = new ArrayList<String>();
    answer
        .path("candidates")
        .forEach(
            one -> {
              var against = new ArrayList<String>();
              one.path("reasons")
                  .forEach(
                      reason -> {
                        if (!reason.path("met").asBoolean()) {
                          against.add(reason.path("sentence").asText());
                        }
                      });
              standing.add(
                  one.path("reviewer").asText() + " " + one.path("standing").asText() + against);
            });
    assertEquals(
        List.of(
            "RV-000007",
            List.of(
                "RV-000007 TAKEN[]",
                "RV-000008 PASSED_OVER[Practises fewer than 24 hours a week.]",
                "RV-000009 PASSED_OVER[" + tieSentence(answer) + "]")),
        List.of(answer.path("reviewer").asText(), standing));
  }

  /** The wording is the rules'; here it must only name the part and not the party. */
  private static String tieSentence(JsonNode answer) {
    String sentence = answer.at("/candidates/2/reasons/0/sentence").asText();
    assertEquals(
        List.of(true, false),
        List.of(sentence.contains("claims administrator"), sentence.contains("Harbor")));
    return sentence;
  }

  @Test
  void theSameRosterCaseAndDayGiveTheSameChoice() {
    var other = new Front();
    People.propose(other);
    People.enroll(front, People.FITS, BUSY);
    People.enroll(other, BUSY, People.FITS);
    assertEquals(
        People.assign(front, "assign-001").body(), People.assign(other, "assign-002").body());
  }

  @Test
  void aRepeatIsAnsweredAlikeAndAnotherAssignmentNeedsAnApproval() {
    People.enroll(front, People.FITS);
    var first = People.assign(front, "assign-001").body();
    assertEquals(
        List.of(first, "409 APPROVAL_MISSING", List.of("ASSIGNED")),
        List.of(
            People.assign(front, "assign-001").body(),
            People.assign(front, "assign-002").problem(),
            events("ASSIGNED")));
  }

  @Test
  void whereNobodyFitsTheCaseWaitsAndSaysWhy() {
    People.enroll(front, BUSY);
    var answer = People.assign(front, "assign-001").json();
    var review = review();
    assertEquals(
        List.of("null", "WAITS", answer.path("waits"), List.of("NOBODY_FITS")),
        List.of(
            answer.path("reviewer").toString(),
            review.path("state").asText(),
            review.path("waits"),
            events("NOBODY_FITS")));
    People.enroll(front, People.FITS);
    People.assign(front, "assign-002");
    assertEquals(
        "{\"state\":\"ASSIGNED\",\"reviewer\":\"RV-000007\",\"waits\":[],\"approvedReviewers\":null,"
            + "\"panel\":[{\"reviewer\":\"RV-000007\",\"state\":\"ASSIGNED\"}]}",
        review().toString());
  }

  @Test
  void anAssignedCaseStandsInTheReviewersListOnce() {
    People.enroll(front, People.FITS);
    People.assign(front, "assign-001");
    var cases = front.send(Ask.get("/cases").by(reviewer)).json().path("cases");
    assertEquals(
        List.of(1, Front.OWN_CASE), List.of(cases.size(), cases.at("/0/caseNumber").asText()));
  }

  @Test
  void theFileOpensOnceEachPartyIsAnsweredFor() {
    People.enroll(front, People.FITS);
    People.assign(front, "assign-001");
    var paths = new String[] {"", "/documents/pr2", "/search", "/determination"};
    var before = answered(paths);
    var listed = front.send(Ask.get(People.CASE).by(reviewer)).json();
    var attested = People.attest(front, "NONE").json();
    var shown = front.send(Ask.get(People.CASE).by(reviewer)).json();
    assertEquals(
        List.of(
            List.of("200", "403 NOT_ATTESTED", "403 NOT_ATTESTED", "403 NOT_ATTESTED"),
            "0 null",
            "ATTESTED",
            List.of("200", "200", "200", "200"),
            "2 \"OVERTURNED\"",
            List.of("ATTESTED")),
        List.of(
            before,
            listed.path("documents").size() + " " + listed.at("/items/0/decision"),
            attested.path("state").asText(),
            answered(paths),
            shown.path("documents").size() + " " + shown.at("/items/0/decision"),
            events("ATTESTED")));
  }

  @Test
  void aPaperThatNamesSomebodyNewClosesTheFileUntilThatPartyIsAnsweredForToo() {
    People.enroll(front, People.FITS);
    People.assign(front, "assign-001");
    People.attest(front, "NONE");
    Papers.revise(
        front,
        People.fields(
            List.of(
                new Party("CLAIMS_ADMINISTRATOR", "Harbor Mutual"),
                new Party("ATTORNEY", "Sam Pike"))));
    var closed = answered("/documents/pr2");
    var open = new ArrayList<String>();
    front
        .send(Ask.get(People.CASE + "/attestation").by(reviewer))
        .json()
        .path("parties")
        .forEach(
            party -> {
              if (party.path("open").asBoolean()) {
                open.add(party.path("name").asText());
              }
            });
    answer("Sam Pike");
    assertEquals(
        List.of(List.of("403 NOT_ATTESTED"), List.of("Sam Pike"), List.of("200")),
        List.of(closed, open, answered("/documents/pr2")));
  }

  private void answer(String name) {
    var asked = front.send(Ask.get(People.CASE + "/attestation").by(reviewer));
    for (var party : asked.json().path("parties")) {
      if (party.path("name").asText().equals(name)) {
        front.send(
            Ask.put(People.CASE + "/attestation")
                .by(reviewer)
                .header("if-match", asked.header("etag"))
                .json(
                    "{\"answers\": [{\"role\": \"%s\", \"party\": \"%s\", \"tie\": \"NONE\"}]}"
                        .formatted(party.path("role").asText(), party.path("party").asText())));
      }
    }
  }

  @Test
  void theReviewerIsToldWhomToAnswerFor() {
    People.enroll(front, People.FITS);
    People.assign(front, "assign-001");
    var parties = new ArrayList<String>();
    front
        .send(Ask.get(People.CASE + "/attestation").by(reviewer))
        .json()
        .path("parties")
        .forEach(
            party ->
                parties.add(
                    party.path("role").asText()
                        + " "
                        + party.path("name").asText()
                        + " "
                        + party.path("open").asText()));
    assertEquals(
        List.of(
            "EMPLOYEE Jo Doe true",
            "REQUESTING_PHYSICIAN Pat Hale true",
            "CLAIMS_ADMINISTRATOR Harbor Mutual true"),
        parties);
  }

  @Test
  void aTieGivesTheCaseBackAndBarsTheReviewer() {
    People.enroll(front, People.FITS);
    People.assign(front, "assign-001");
    var declared = People.attest(front, "FAMILIAL").json();
    var again = People.assign(front, "assign-002").json();
    assertEquals(
        List.of(
            "TIE_DECLARED",
            List.of("404 CASE_NOT_FOUND"),
            "null",
            List.of("TIE_DECLARED", "NOBODY_FITS")),
        List.of(
            declared.path("state").asText(),
            answered(""),
            again.path("reviewer").toString(),
            events("TIE_DECLARED", "NOBODY_FITS")));
  }

  @Test
  void anAnswerForSomebodyWhoIsNoPartyIsRefused() {
    People.enroll(front, People.FITS);
    People.assign(front, "assign-001");
    var ask =
        Ask.put(People.CASE + "/attestation")
            .by(reviewer)
            .header(
                "if-match",
                front.send(Ask.get(People.CASE + "/attestation").by(reviewer)).header("etag"))
            .json(
                "{\"answers\": [{\"role\": \"EMPLOYEE\", \"party\": \"%s\", \"tie\": \"NONE\"}]}"
                    .formatted("0".repeat(64)));
    assertEquals("409 ASSIGNMENT_REFUSED", front.send(ask).problem());
  }

  @Test
  void aCaseThatIsNotEvaluatedGetsNobody() {
    var fresh = new Front();
    fresh.open(Front.OWN_CASE, "acme");
    assertEquals("409 WRONG_STATE", People.assign(fresh, "assign-001").problem());
  }

  /** Labor Code 4610.6(f): nobody but staff learns who the reviewer is. */
  @Test
  void whoTheReviewerIsLeavesTheRoomNowhere() {
    People.enroll(front, People.FITS, TIED);
    var said = new StringBuilder(People.assign(front, "assign-001").body());
    said.append(People.attest(front, "NONE").body());
    for (String token : List.of(front.staff(), reviewer, front.administrator("acme"))) {
      for (String path : List.of("", "/timeline", "/uploads", "/attestation", "/determination")) {
        said.append(front.send(Ask.get(People.CASE + path).by(token)).body());
      }
      said.append(front.send(Ask.get("/reviewers/RV-000007").by(token)).body());
    }
    front.table.rows().stream()
        .filter(row -> !row.key().partition().startsWith("IDENTITY#"))
        .forEach(said::append);
    front
        .objects
        .names()
        .forEach(
            name -> said.append(new String(front.objects.bytes(name), StandardCharsets.UTF_8)));
    said.append(front.logged());
    assertEquals(
        List.of(true, false, false, false),
        List.of(
            front.logged().contains("ROLE_FORBIDDEN"),
            said.indexOf("Quillfeather") >= 0,
            said.indexOf("Larksong") >= 0,
            said.indexOf("A1111") >= 0));
  }
}
