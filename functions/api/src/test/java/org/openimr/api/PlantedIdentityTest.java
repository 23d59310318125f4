package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.api.Front.Ask;
import org.openimr.api.internal.access.Caller;
import org.openimr.api.internal.http.Contract;
import org.openimr.api.internal.http.Operation;
import org.openimr.records.Cases;
import org.openimr.records.Corrections;
import org.openimr.records.Grant;
import org.openimr.records.Grants;

/**
 * A reviewer's identity lies in the table, and every role but staff walks every route while the
 * case is proposed, adopted and issued: nothing that is answered or logged tells a word of it.
 */
class PlantedIdentityTest {
  private static final String CASE = "/cases/" + Front.OWN_CASE;

  private final Front front = new Front();
  private final StringBuilder answered = new StringBuilder();
  private int answers;

  private Map<String, String> tokens() {
    var tokens = new LinkedHashMap<String, String>();
    tokens.put("claims-administrator", front.administrator("acme"));
    tokens.put("reviewer", front.reviewer(Reviewers.FIRST.value()));
    tokens.put("party", front.party("worker"));
    tokens.put("analyst", front.issuer.token("analyst", "a", claims -> claims));
    return tokens;
  }

  private void send(Ask ask) {
    var answer = front.send(ask);
    answers++;
    answered.append(answer.headers()).append(answer.body()).append('\n');
  }

  private String etag() {
    return '"' + new Cases(front.table).head(Papers.NUMBER).orElseThrow().etag() + '"';
  }

  private void walk() {
    for (String token : tokens().values()) {
      for (Operation operation : Contract.published().operations()) {
        send(AccessTest.ask(operation, Front.OWN_CASE).by(token).header("if-match", etag()));
      }
    }
  }

  private void adopt() {
    String reviewer = front.reviewer(Reviewers.FIRST.value());
    send(
        Ask.of("PUT", CASE + "/items/1/review")
            .by(reviewer)
            .header("if-match", etag())
            .json(ReviewRoutesTest.OVERRIDE));
    send(Ask.post(CASE + "/adoption").by(reviewer).key("adopt-99").header("if-match", etag()));
  }

  /** A correction that the reviewer assents to, and one that would tell who that is. */
  private void correct() {
    var asking =
        Ask.post(CASE + "/corrections")
            .by(front.staff())
            .key("correct-99")
            .json(CorrectionRoutesTest.REASONED);
    send(asking.header("if-match", CorrectionRoutesTest.etag(front)));
    send(
        Ask.put(CASE + "/corrections/1/assent")
            .by(front.reviewer(Reviewers.FIRST.value()))
            .header("if-match", CorrectionRoutesTest.etag(front))
            .json("{\"assents\": true}"));
    send(
        asking
            .key("correct-98")
            .json(CorrectionRoutesTest.ASSIGNED.replace("typed wrong", "Dr. Quillfeather's"))
            .header("if-match", CorrectionRoutesTest.etag(front)));
    Papers.correct(front, 1);
    send(Ask.get(CASE + "/corrections/1").by(front.party("worker")));
  }

  @Test
  void noRouteTellsWhoTheReviewerIs() {
    front.open(Front.OWN_CASE, "acme");
    Papers.propose(front);
    new Reviewers(front).assignFirst();
    front.table.commit(
        List.of(
            Grants.give(
                new Grant(
                    Papers.NUMBER,
                    Caller.id(Issuer.NAME, "worker"),
                    Grant.Party.WORKER,
                    Issuer.NOW,
                    Optional.empty()))));
    walk();
    adopt();
    walk();
    Papers.issue(front, CorrectionRoutesTest.DETERMINATION);
    walk();
    correct();
    walk();
    String everything = (answered + front.logged()).toLowerCase(Locale.ROOT);
    var told = new ArrayList<String>();
    Reviewers.SECRETS.stream()
        .map(secret -> secret.toLowerCase(Locale.ROOT))
        .filter(everything::contains)
        .forEach(told::add);
    int walked = 4 * tokens().size() * Contract.published().operations().size() + 6;
    assertEquals(
        List.of(List.of(), walked, "ISSUED", 1),
        List.of(
            told,
            answers,
            new Cases(front.table).head(Papers.NUMBER).orElseThrow().state().name(),
            new Corrections(front.table).of(Papers.NUMBER).issued().size()));
  }
}
