package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.api.Front.Ask;

/** A case that more than one reviews, with the Administrative Director's approval. */
class SeveralReviewersTest {
  private static final List<String> ALL = List.of("RV-000007", "RV-000008", "RV-000009");

  private final Front front = new Front();
  private String paper = "";

  @BeforeEach
  void propose() {
    People.propose(front);
    People.enroll(
        front,
        People.FITS,
        People.line("RV-000008", "Larksong", "A2222", "30", ""),
        People.line("RV-000009", "Plumwhistle", "A3333", "30", ""));
    paper = People.paper(front, front.administrator("acme"));
  }

  private Front.Answer approve(int reviewers) {
    return approve("approve-" + reviewers, reviewers, "2015-11-19");
  }

  private Front.Answer approve(String key, int reviewers, String day) {
    return front.send(
        Ask.post(People.CASE + "/assignment/approval")
            .by(front.staff())
            .key(key)
            .header("if-match", People.tag(front))
            .json(
                "{\"approvedOn\": \"%s\", \"reviewers\": %d, \"paper\": \"%s\"}"
                    .formatted(day, reviewers, paper)));
  }

  /** Chooses the next reviewer: the pseudonym. */
  private String assign(int number) {
    return People.assign(front, "assign-00" + number).json().path("reviewer").asText();
  }

  /** Two who have attested. */
  private List<String> two() {
    approve(2);
    var both = List.of(assign(1), assign(2));
    both.forEach(one -> People.attest(front, one, "NONE"));
    return both;
  }

  private Front.Answer review(String reviewer, String body) {
    return front.send(
        Ask.put(People.CASE + "/items/1/review")
            .by(front.reviewer(reviewer))
            .header("if-match", People.tag(front))
            .json(body));
  }

  private Front.Answer adopt(String reviewer) {
    return front.send(
        Ask.post(People.CASE + "/adoption")
            .by(front.reviewer(reviewer))
            .key("adoption-1")
            .header("if-match", People.tag(front)));
  }

  private Front.Answer shown(String token) {
    return front.send(Ask.get(People.CASE).by(token));
  }

  private int listed(String reviewer) {
    return front.send(Ask.get("/cases").by(front.reviewer(reviewer))).json().path("cases").size();
  }

  private List<String> panel() {
    JsonNode review = shown(front.staff()).json().path("review");
    var panel = new ArrayList<>(List.of(review.path("approvedReviewers").asText()));
    review
        .path("panel")
        .forEach(
            one -> panel.add(one.path("reviewer").asText() + " " + one.path("state").asText()));
    return panel;
  }

  @Test
  void asManyAreChosenAsAreApproved() {
    var approved = approve(2);
    var chosen = List.of(assign(1), assign(2));
    assertEquals(
        List.of(200, 2L, "409 APPROVAL_MISSING", 3),
        List.of(
            approved.status(),
            chosen.stream().filter(ALL::contains).distinct().count(),
            People.assign(front, "assign-003").problem(),
            panel().size()));
  }

  @Test
  void eachSeesTheCaseInTheirListAndNothingOfTheOther() {
    var both = two();
    review(both.get(0), ReviewRoutesTest.ADOPT);
    var second = shown(front.reviewer(both.get(1)));
    assertEquals(
        List.of(1, 1, "ATTESTED", "null", "[]", "null", false),
        List.of(
            listed(both.get(0)),
            listed(both.get(1)),
            second.json().at("/review/state").asText(),
            second.json().at("/review/approvedReviewers").toString(),
            second.json().at("/review/panel").toString(),
            second.json().at("/items/0/review").toString(),
            second.body().contains(both.get(0))));
  }

  @Test
  void theOneWhoHasNotAttestedSeesNoFileAndHoldsUpTheAdoption() {
    approve(2);
    String first = assign(1);
    String second = assign(2);
    People.attest(front, first, "NONE");
    review(first, ReviewRoutesTest.ADOPT);
    assertEquals(
        List.of("403 NOT_ATTESTED", "403 NOT_ATTESTED"),
        List.of(review(second, ReviewRoutesTest.ADOPT).problem(), adopt(first).problem()));
  }

  @Test
  void theAdoptionWaitsForEveryReview() {
    var both = two();
    review(both.get(0), ReviewRoutesTest.ADOPT);
    assertEquals("409 REVIEW_MISSING", adopt(both.get(0)).problem());
  }

  @Test
  void anEvenSplitDecidesForTheTreatment() {
    var both = two();
    review(both.get(0), ReviewRoutesTest.ADOPT);
    review(both.get(1), ReviewRoutesTest.OVERRIDE);
    int adopted = adopt(both.get(1)).status();
    var after = shown(front.staff()).json();
    assertEquals(
        List.of(202, "OVERTURNED", 2, 1, 1),
        List.of(
            adopted,
            after.at("/items/0/decision").asText(),
            after.path("reviewers").size(),
            listed(both.get(0)),
            listed(both.get(1))));
  }

  @Test
  void theMajorityOfThreeDecides() {
    approve(3);
    var three = List.of(assign(1), assign(2), assign(3));
    three.forEach(one -> People.attest(front, one, "NONE"));
    review(three.get(0), ReviewRoutesTest.ADOPT);
    review(three.get(1), ReviewRoutesTest.OVERRIDE);
    review(three.get(2), ReviewRoutesTest.OVERRIDE);
    adopt(three.get(0));
    var after = shown(front.staff()).json();
    assertEquals(
        List.of("UPHELD", 3),
        List.of(after.at("/items/0/decision").asText(), after.path("reviewers").size()));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0"})
  void theTieOfOneLeavesTheOtherAndTheSeatIsFilledAgain(int tied, int left) {
    approve(2);
    var both = List.of(assign(1), assign(2));
    People.attest(front, both.get(tied), "FAMILIAL");
    var gone = shown(front.reviewer(both.get(tied))).problem();
    String third = assign(3);
    assertEquals(
        List.of("404 CASE_NOT_FOUND", 0, 1, 1, 2L),
        List.of(
            gone,
            listed(both.get(tied)),
            listed(both.get(left)),
            listed(third),
            List.of(both.get(left), third).stream()
                .filter(one -> shown(front.reviewer(one)).status() == 200)
                .distinct()
                .count()));
  }

  @Test
  void aCaseThatIsWithdrawnEndsTheWorkOfAll() {
    var both = two();
    People.grant(front, "worker", "WORKER");
    front.send(
        Ask.post(People.CASE + "/withdrawal")
            .by(front.party("worker"))
            .key("withdrawal-1")
            .header("if-match", People.tag(front))
            .json("{\"signedOn\": \"2015-11-20\", \"paper\": \"%s\"}".formatted(paper)));
    assertEquals(
        List.of("ENDED", "ENDED"),
        both.stream()
            .map(one -> shown(front.reviewer(one)).json().at("/review/state").asText())
            .toList());
  }

  @Test
  void aCorrectionOfTheReasonsWaitsForEachWhoDecided() {
    var both = two();
    review(both.get(0), ReviewRoutesTest.ADOPT);
    review(both.get(1), ReviewRoutesTest.OVERRIDE);
    adopt(both.get(0));
    Papers.issue(front, CorrectionRoutesTest.DETERMINATION);
    front.send(
        Ask.post(People.CASE + "/corrections")
            .by(front.staff())
            .key("correct-1")
            .header("if-match", People.tag(front))
            .json(CorrectionRoutesTest.REASONED));
    assertEquals(
        List.of("REQUESTED", "ASSENTED"),
        both.stream().map(one -> assent(one).json().path("state").asText()).toList());
  }

  private Front.Answer assent(String reviewer) {
    return front.send(
        Ask.put(People.CASE + "/corrections/1/assent")
            .by(front.reviewer(reviewer))
            .header("if-match", People.tag(front))
            .json("{\"assents\": true}"));
  }

  @Test
  void anApprovalThatIsNoneIsRefused() {
    approve(3);
    assign(1);
    assign(2);
    assign(3);
    var fewer = approve(2).problem();
    var future = approve("approve-9", 3, "2015-11-21").problem();
    paper = "00000000-0000-0000-0000-000000000000";
    assertEquals(
        List.of(
            "409 ASSIGNMENT_REFUSED",
            "422 IMPOSSIBLE_DATES",
            "422 SCHEMA_VIOLATION",
            "422 PAPER_NOT_FOUND"),
        List.of(
            fewer, future, approve(1).problem(), approve("approve-8", 3, "2015-11-19").problem()));
  }
}
