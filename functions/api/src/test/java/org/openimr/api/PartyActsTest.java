package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.api.Front.Ask;
import org.openimr.casefile.CaseState;
import org.openimr.records.CaseEvent;
import org.openimr.records.Cases;
import org.openimr.records.memory.Faults;

/** What parties and the claims administrator may do to a case, and when. */
class PartyActsTest {
  private final Front front = new Front();
  private String paper = "";

  @BeforeEach
  void propose() {
    People.propose(front);
    People.grant(front, "worker", "WORKER");
    People.grant(front, "doctor", "REQUESTING_PHYSICIAN");
    paper = People.paper(front, front.administrator("acme"));
  }

  private Front.Answer act(String token, String path, String tag, String fields) {
    return front.send(
        Ask.post(People.CASE + path)
            .by(token)
            .key("act-" + path.substring(1))
            .header("if-match", tag)
            .json("{%s: \"2015-11-20\", \"paper\": \"%s\"}".formatted(fields, paper)));
  }

  private Front.Answer expedite(String subject, String tag) {
    return act(
        front.party(subject), "/expedite", tag, "\"threat\": \"SERIOUS_PAIN\", \"certifiedOn\"");
  }

  private Front.Answer withdraw(String tag) {
    return act(front.party("worker"), "/withdrawal", tag, "\"signedOn\"");
  }

  private Front.Answer authorize(String tag, String items) {
    return act(front.administrator("acme"), "/authorization", tag, items + "\"authorizedOn\"");
  }

  private List<String> events(String... kinds) {
    return new Cases(front.table)
        .events(Papers.NUMBER).stream()
            .filter(event -> List.of(kinds).contains(event.kind()))
            .map(PartyActsTest::text)
            .toList();
  }

  private static String text(CaseEvent event) {
    return event.actor().replaceFirst(":.*", "") + " " + event.kind() + " " + event.state();
  }

  @Test
  void thePhysiciansCertificationStartsTheHours() {
    var answer = expedite("doctor", People.tag(front));
    var clocks = front.send(Ask.get(People.CASE).by(front.staff())).json().path("clocks");
    assertEquals(
        List.of(
            "200 PROPOSED",
            "2015-11-20T10:00:00Z",
            "DETERMINATION_EXPEDITED 2015-11-23T10:00:00Z",
            List.of("party EXPEDITED PROPOSED")),
        List.of(
            answer.status() + " " + answer.json().path("state").asText(),
            clocks.path("expeditedSince").asText(),
            clocks.at("/all/1/clock").asText() + " " + clocks.at("/all/1/at").asText(),
            events("EXPEDITED")));
  }

  @Test
  void onlyThePhysicianCertifiesAndOnlyOnce() {
    var byWorker = expedite("worker", People.tag(front)).problem();
    expedite("doctor", People.tag(front));
    var again =
        front.send(
            Ask.post(People.CASE + "/expedite")
                .by(front.party("doctor"))
                .key("another-key")
                .header("if-match", People.tag(front))
                .json(
                    "{\"threat\": \"LOSS_OF_LIFE\", \"certifiedOn\": \"2015-11-20\", \"paper\": \"%s\"}"
                        .formatted(paper)));
    assertEquals(
        List.of("403 PARTY_FORBIDDEN", "409 WRONG_STATE"), List.of(byWorker, again.problem()));
  }

  @Test
  void theWorkerWithdraws() {
    People.enroll(front, People.FITS);
    People.assign(front, "assign-001");
    var answer = withdraw(People.tag(front));
    var review = front.send(Ask.get(People.CASE).by(front.reviewer("RV-000007"))).json();
    assertEquals(
        List.of("WITHDRAWN", List.of("party WITHDRAWN WITHDRAWN"), "ENDED"),
        List.of(
            answer.json().path("state").asText(),
            events("WITHDRAWN"),
            review.at("/review/state").asText()));
  }

  @Test
  void aRepeatIsAnsweredAlikeAndChangesNothing() {
    String tag = People.tag(front);
    var first = withdraw(tag);
    var second = withdraw(tag);
    assertEquals(
        List.of(first, List.of("party WITHDRAWN WITHDRAWN")), List.of(second, events("WITHDRAWN")));
  }

  @Test
  void aClosedCaseStaysClosed() {
    withdraw(People.tag(front));
    assertEquals(
        List.of("409 WRONG_STATE", "409 WRONG_STATE"),
        List.of(
            expedite("doctor", People.tag(front)).problem(),
            authorize(People.tag(front), "").problem()));
  }

  @Test
  void theAuthorizationOfAllItemsEndsTheCase() {
    assertEquals(
        List.of("TERMINATED", List.of("claims-administrator TERMINATED TERMINATED")),
        List.of(
            authorize(People.tag(front), "").json().path("state").asText(),
            events("TERMINATED", "AUTHORIZED")));
  }

  @Test
  void theAuthorizationOfSomeLeavesTheOthersInDispute() {
    var state = authorize(People.tag(front), "\"items\": [2], ").json().path("state").asText();
    var keys = new ArrayList<String>();
    front
        .send(Ask.get(People.CASE).by(front.staff()))
        .json()
        .path("items")
        .forEach(item -> keys.add(item.path("number") + " " + item.path("authorized")));
    var rest =
        front
            .send(
                Ask.post(People.CASE + "/authorization")
                    .by(front.administrator("acme"))
                    .key("the-other-item")
                    .header("if-match", People.tag(front))
                    .json(
                        "{\"items\": [1], \"authorizedOn\": \"2015-11-20\", \"paper\": \"%s\"}"
                            .formatted(paper)))
            .json();
    assertEquals(
        List.of("PROPOSED", List.of("1 false"), "TERMINATED"),
        List.of(state, keys, rest.path("state").asText()));
  }

  @ParameterizedTest
  @CsvSource({
    "*, 412 VERSION_CHANGED",
    "\"9.9\", 412 VERSION_CHANGED",
    "W/\"1.3\", 412 VERSION_CHANGED"
  })
  void anythingButTheVersionThatIsThereIsRefused(String tag, String problem) {
    assertEquals(problem, withdraw(tag).problem());
  }

  @Test
  void aChangeSaysWhichVersionItWasMadeFor() {
    var ask =
        Ask.post(People.CASE + "/withdrawal")
            .by(front.party("worker"))
            .key("act-withdrawal")
            .json("{\"signedOn\": \"2015-11-20\", \"paper\": \"%s\"}".formatted(paper));
    assertEquals("428 NO_IF_MATCH", front.send(ask).problem());
  }

  @Test
  void whatIsSaidWithoutAPaperIsNotTaken() {
    paper = "00000000-0000-0000-0000-000000000000";
    assertEquals("422 PAPER_NOT_FOUND", withdraw(People.tag(front)).problem());
  }

  @Test
  void anItemThatTheCaseDoesNotHaveCannotBeAuthorized() {
    assertEquals("404 ITEM_NOT_FOUND", authorize(People.tag(front), "\"items\": [3], ").problem());
  }

  @Test
  void aDayInTheFutureIsRefused() {
    var ask =
        Ask.post(People.CASE + "/withdrawal")
            .by(front.party("worker"))
            .key("act-withdrawal")
            .header("if-match", People.tag(front))
            .json("{\"signedOn\": \"2015-11-21\", \"paper\": \"%s\"}".formatted(paper));
    assertEquals("422 IMPOSSIBLE_DATES", front.send(ask).problem());
  }

  @Test
  void staffExtendsTheTimeForTheDetermination() {
    expedite("doctor", People.tag(front));
    act(front.staff(), "/extension", People.tag(front), "\"approvedOn\"");
    var clocks = front.send(Ask.get(People.CASE).by(front.staff())).json().path("clocks");
    assertEquals(
        List.of("2015-11-26", true),
        List.of(clocks.path("determination").asText(), clocks.path("extended").asBoolean()));
  }

  /** Whichever call fails, before or after it was done: the repeat ends it, and it is done once. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anActThatIsRepeatedAfterAFaultIsDoneOnce(boolean after) {
    var counted = new Faults(0, false);
    front.send(withdrawal(front, paper), counted);
    var results = new TreeSet<String>();
    for (int failing = 1; failing <= counted.calls(); failing++) {
      var fresh = new Front();
      People.propose(fresh);
      People.enroll(fresh, People.FITS);
      People.assign(fresh, "assign-001");
      People.grant(fresh, "worker", "WORKER");
      var ask = withdrawal(fresh, People.paper(fresh, fresh.administrator("acme")));
      int first = fresh.send(ask, new Faults(failing, after)).status();
      int second = fresh.send(ask).status();
      long events =
          new Cases(fresh.table)
              .events(Papers.NUMBER).stream()
                  .filter(event -> event.kind().equals("WITHDRAWN"))
                  .count();
      results.add(first + " " + second + " " + events);
    }
    assertEquals(Set.of("503 200 1"), results);
  }

  private static Ask withdrawal(Front front, String paper) {
    return Ask.post(People.CASE + "/withdrawal")
        .by(front.party("worker"))
        .key("act-withdrawal")
        .header("if-match", People.tag(front))
        .json("{\"signedOn\": \"2015-11-20\", \"paper\": \"%s\"}".formatted(paper));
  }

  /** Two at the same moment: one wins, the other is told that the case has changed. */
  @Test
  void ofTwoActsOnOneVersionOneWins() {
    String tag = People.tag(front);
    assertEquals(
        List.of("200", "412 VERSION_CHANGED"),
        List.of("" + withdraw(tag).status(), authorize(tag, "").problem()));
  }

  @Test
  void nothingOfItIsAskedOfACaseWithoutPapers() {
    var fresh = new Front();
    fresh.open(Front.OWN_CASE, "acme");
    People.grant(fresh, "worker", "WORKER");
    var ask =
        Ask.post(People.CASE + "/withdrawal")
            .by(fresh.party("worker"))
            .key("act-withdrawal")
            .header("if-match", People.tag(fresh))
            .json("{\"signedOn\": \"2015-11-20\", \"paper\": \"%s\"}".formatted(paper));
    assertEquals(
        List.of("409 WRONG_STATE", CaseState.PENDING_RECORDS.name()),
        List.of(
            fresh.send(ask).problem(),
            fresh.send(Ask.get(People.CASE).by(fresh.staff())).json().path("state").asText()));
  }
}
