package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.api.Front.Ask;
import org.openimr.api.internal.access.Caller;
import org.openimr.api.internal.access.Cursors;
import org.openimr.api.internal.access.Role;
import org.openimr.casefile.Outcome;
import org.openimr.records.Key;

class CursorsTest {
  private static final Cursors CURSORS = new Cursors("one secret");
  private static final Key POSITION = new Key("CASE#CM15-0000001", "OWNER\0002015-11-20#CM15");
  private static final String QUESTION = "listCases";

  private static Caller administrator(String organization) {
    return new Caller(
        Role.CLAIMS_ADMINISTRATOR,
        "adjuster",
        Caller.id(Issuer.NAME, "adjuster"),
        Optional.of(organization),
        Optional.empty());
  }

  private static String opened(Cursors cursors, Caller caller, String question, String cursor) {
    return switch (cursors.open(caller, question, cursor)) {
      case Outcome.Accepted<Key>(Key key) -> key.equals(POSITION) ? "opened" : "another position";
      case Outcome.Rejected<Key>(var why) -> why.code().name();
    };
  }

  @Test
  void opensForTheSameCallerAndQuestionOnly() {
    var acme = administrator("acme");
    String cursor = CURSORS.seal(acme, QUESTION, POSITION);
    char last = cursor.charAt(cursor.length() - 6);
    String changed =
        cursor.substring(0, cursor.length() - 6)
            + (last == 'A' ? 'B' : 'A')
            + cursor.substring(cursor.length() - 5);
    var results =
        List.of(
            opened(CURSORS, acme, QUESTION, cursor),
            opened(CURSORS, administrator("other"), QUESTION, cursor),
            opened(CURSORS, acme, "listCases\nPARSED", cursor),
            opened(new Cursors("another secret"), acme, QUESTION, cursor),
            opened(CURSORS, acme, QUESTION, changed),
            opened(CURSORS, acme, QUESTION, "AAAA"),
            opened(CURSORS, acme, QUESTION, "not base64!"));
    var expected = new ArrayList<String>(List.of("opened"));
    for (int i = 1; i < results.size(); i++) {
      expected.add("INVALID_CURSOR");
    }
    assertEquals(expected, results);
  }

  @Test
  void twoCursorsOfOnePositionDiffer() {
    var acme = administrator("acme");
    assertEquals(
        2,
        List.of(CURSORS.seal(acme, QUESTION, POSITION), CURSORS.seal(acme, QUESTION, POSITION))
            .stream()
            .distinct()
            .count());
  }

  @Test
  void pagesAreWalkedWithoutARepeatOrAGap() {
    var front = new Front();
    var opened = new ArrayList<String>();
    for (int i = 1; i <= 25; i++) {
      opened.add("CM15-%07d".formatted(i));
      front.open(opened.getLast(), "acme");
      front.open("CM16-%07d".formatted(i), "other");
    }
    var walked = new ArrayList<String>();
    String next = "";
    do {
      var page =
          front
              .send(
                  Ask.get("/cases?limit=4" + (next.isEmpty() ? "" : "&cursor=" + next))
                      .by(front.administrator("acme")))
              .json();
      page.path("cases").forEach(each -> walked.add(each.path("caseNumber").asText()));
      next = page.path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    assertEquals(opened, walked);
  }

  @Test
  void aCursorOfAnotherTenantIsRefused() {
    var front = new Front();
    for (int i = 1; i <= 3; i++) {
      front.open("CM15-%07d".formatted(i), "acme");
    }
    var ask = Ask.get("/cases?limit=1").by(front.administrator("acme"));
    String cursor = front.send(ask).json().path("next").asText();
    assertEquals(
        "400 INVALID_CURSOR",
        front
            .send(Ask.get("/cases?limit=1&cursor=" + cursor).by(front.administrator("other")))
            .problem());
  }

  @Test
  void staffSeesAllAndAReviewerOnlyItsOwn() {
    var front = new Front();
    front.open("CM15-0000001", "acme");
    front.open("CM15-0000002", "other");
    var counts = new ArrayList<Integer>();
    for (var token :
        List.of(
            front.staff(),
            front.administrator("acme"),
            front.administrator("nobody"),
            front.reviewer("r"))) {
      counts.add(front.send(Ask.get("/cases").by(token)).json().path("cases").size());
    }
    assertEquals(List.of(2, 1, 0, 0), counts);
  }
}
