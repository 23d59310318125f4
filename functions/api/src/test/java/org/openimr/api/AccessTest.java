package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.api.Front.Ask;
import org.openimr.api.internal.access.AccessTable;
import org.openimr.api.internal.access.Caller;
import org.openimr.api.internal.access.Role;
import org.openimr.api.internal.http.Contract;
import org.openimr.api.internal.http.Operation;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.Cases;
import org.openimr.records.Grant;
import org.openimr.records.Grants;
import org.openimr.records.Owners;

/** Every operation with every role and every kind of token. */
class AccessTest {
  private static final Contract CONTRACT = Contract.published();
  private static final String ORGANIZATION = "acme";
  private static final String PSEUDONYM = "RV-000007";
  private static final String WORKER = "worker";

  private final Front front = new Front();

  /** One case is everybody's here, the other is another organization's, reviewer's and worker's. */
  AccessTest() {
    front.open(Front.OWN_CASE, ORGANIZATION);
    front.open(Front.OTHER_CASE, "other");
    var owners = new Owners(front.table);
    var own = new CaseNumber(Front.OWN_CASE);
    var before = owners.find(own);
    front.table.commit(
        owners.writes(
            before, before.orElseThrow().assignedTo(PSEUDONYM), new Cases(front.table).head(own)));
    front.table.commit(
        List.of(
            Grants.give(
                new Grant(
                    own,
                    Caller.id(Issuer.NAME, WORKER),
                    Grant.Party.WORKER,
                    Issuer.NOW,
                    Optional.of(Issuer.NOW.plus(Duration.ofDays(1)))))));
  }

  static Stream<Operation> operations() {
    return CONTRACT.operations().stream();
  }

  private Map<Role, String> tokens() {
    var tokens = new LinkedHashMap<Role, String>();
    tokens.put(Role.STAFF, front.staff());
    tokens.put(Role.CLAIMS_ADMINISTRATOR, front.administrator(ORGANIZATION));
    tokens.put(Role.REVIEWER, front.reviewer(PSEUDONYM));
    tokens.put(Role.PARTY, front.party(WORKER));
    tokens.put(Role.ANALYST, front.issuer.token("analyst", "a", claims -> claims));
    return tokens;
  }

  static Ask ask(Operation operation, String caseNumber) {
    var names =
        Map.of(
            "caseNumber", caseNumber,
            "documentId", "pr2",
            "reviewerId", "RV-000008",
            "number", "1");
    String path = operation.path().with(names);
    String query = operation.id().equals("takeGrant") ? "?id=" + "0".repeat(64) : "";
    var ask =
        Ask.of(operation.method(), path + query)
            .key("key-of-the-walk")
            .header("if-match", "\"0.1\"");
    if (operation.csv()) {
      return ask.csv("no roster");
    }
    return operation.body().isPresent() ? ask.json(body(operation)) : ask;
  }

  private static String body(Operation operation) {
    return switch (operation.id()) {
      case "openCase" -> "{\"caseNumber\": \"CM15-0000009\", \"organization\": \"acme\"}";
      case "requestUpload" ->
          """
          {"fileName": "a.pdf", "contentType": "application/pdf", "size": 3, "sha256": "%s"}
          """
              .formatted("0".repeat(64));
      case "searchCase" -> "{\"words\": [\"pain\"]}";
      case "reviewItem" -> "{\"action\": \"ADOPT\"}";
      case "requestCorrection" -> CorrectionRoutesTest.ASSIGNED;
      case "assentToCorrection" -> "{\"assents\": true}";
      case "giveGrant" -> "{\"subject\": \"w\", \"party\": \"ATTORNEY\"}";
      case "attest" ->
          "{\"answers\": [{\"role\": \"EMPLOYEE\", \"party\": \"%s\", \"tie\": \"NONE\"}]}"
              .formatted("0".repeat(64));
      case "expediteReview" -> paper("\"threat\": \"SERIOUS_PAIN\", \"certifiedOn\"");
      case "withdrawCase" -> paper("\"signedOn\"");
      case "authorizeItems" -> paper("\"items\": [1], \"authorizedOn\"");
      case "extendReview" -> paper("\"approvedOn\"");
      case "approveReviewers" -> paper("\"reviewers\": 2, \"approvedOn\"");
      case "replaceReviewer" -> ReviewerRoutesTest.ENTRY;
      default -> throw new IllegalStateException(operation.id());
    };
  }

  private static String paper(String fields) {
    return "{%s: \"2015-11-20\", \"paper\": \"00000000-0000-0000-0000-000000000000\"}"
        .formatted(fields);
  }

  private static boolean isOfACase(Operation operation) {
    return operation.path().text().contains("{caseNumber}");
  }

  /** What a case without papers answers to who is let in. */
  private static String letIn(Operation operation) {
    return switch (operation.id()) {
      case "openCase", "requestUpload", "giveGrant" -> "201";
      case "showDocument" -> "404 DOCUMENT_NOT_FOUND";
      case "showDetermination" -> "404 NO_DETERMINATION";
      case "reviewItem", "adoptCase", "requestCorrection" -> "409 WRONG_STATE";
      case "showCorrection", "withdrawCorrection" -> "404 CORRECTION_NOT_FOUND";
      case "takeGrant" -> "404 GRANT_NOT_FOUND";
      case "assignReviewer", "approveReviewers" -> "409 WRONG_STATE";
      case "withdrawCase", "authorizeItems", "extendReview" -> "409 WRONG_STATE";
      case "showAttestation", "attest" -> "404 NO_ASSIGNMENT";
      // The grant of these tests is the worker's, and only the physician certifies.
      case "expediteReview" -> "403 PARTY_FORBIDDEN";
      case "importReviewers" -> "422 SCHEMA_VIOLATION";
      case "showReviewer", "replaceReviewer" -> "404 REVIEWER_NOT_FOUND";
      default -> "200";
    };
  }

  private String answered(Ask ask) {
    var answer = front.send(ask);
    return answer.status() < 300 ? Integer.toString(answer.status()) : answer.problem();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyRoleReachesWhatTheTableSays(Operation operation) {
    var expected = new TreeMap<Role, String>();
    var answered = new TreeMap<Role, String>();
    var table = new AccessTable();
    tokens()
        .forEach(
            (role, token) -> {
              expected.put(
                  role,
                  switch (table.reach(operation.id(), role)) {
                    case ALL, OWN, ASSIGNED, GRANTED -> letIn(operation);
                    case ATTESTED -> "403 NOT_ATTESTED";
                    case NONE -> "403 ROLE_FORBIDDEN";
                  });
              answered.put(role, answered(ask(operation, Front.OWN_CASE).by(token)));
            });
    assertEquals(expected, answered);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aStrangersCaseIsAnsweredAsOneThatDoesNotExist(Operation operation) {
    var strange = new ArrayList<Front.Answer>();
    var unknown = new ArrayList<Front.Answer>();
    tokens()
        .forEach(
            (role, token) -> {
              if (role != Role.STAFF && isOfACase(operation)) {
                strange.add(front.send(ask(operation, Front.OTHER_CASE).by(token)));
                unknown.add(front.send(ask(operation, Front.UNKNOWN_CASE).by(token)));
              }
            });
    var statuses = strange.stream().map(Front.Answer::status).collect(Collectors.toSet());
    statuses.removeAll(List.of(403, 404));
    assertEquals(List.of(unknown, List.of()), List.of(strange, List.copyOf(statuses)));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void noTokenButAGoodOneLetsAnybodyIn(Operation operation) {
    var claims = Issuer.claims("staff", "clerk");
    var bad =
        List.of(
            front.issuer.sign(
                Issuer.claims("staff", "clerk")
                    .expirationTime(Date.from(Issuer.NOW.minusSeconds(60)))
                    .build()),
            Issuer.withKey("one").sign(claims.build()),
            new PlainJWT(claims.build()).serialize());
    var answered = new ArrayList<String>();
    bad.forEach(token -> answered.add(answered(ask(operation, Front.OWN_CASE).by(token))));
    answered.add(answered(ask(operation, Front.OWN_CASE)));
    assertEquals(
        List.of("401 EXPIRED_TOKEN", "401 INVALID_TOKEN", "401 INVALID_TOKEN", "401 NO_TOKEN"),
        answered);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void answersAreAsTheContractHasThem(Operation operation) {
    var wrong = new ArrayList<String>();
    for (var token : tokens().values()) {
      for (var number : List.of(Front.OWN_CASE, Front.OTHER_CASE)) {
        var answer = front.send(ask(operation, number).by(token));
        var shape = CONTRACT.answer(operation, answer.status(), answer.header("content-type"));
        if (!operation.statuses().contains(answer.status())) {
          wrong.add("status " + answer.status());
        } else if (answer.body().isEmpty() == shape.isPresent()) {
          wrong.add("body of " + answer.status());
        } else {
          shape.ifPresent(of -> of.findings(answer.json()).forEach(f -> wrong.add(f.toString())));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void tableAndContractHaveTheSameOperations() {
    var described = CONTRACT.operations().stream().map(Operation::id).sorted().toList();
    var allowed =
        new AccessTable()
            .operations().stream()
                .filter(operation -> !operation.equals(AccessTable.DRAFT))
                .sorted()
                .toList();
    assertEquals(described, allowed);
  }

  @Test
  void aGrantEndsWhenItExpiresOrIsTakenBack() {
    var ask = Ask.get("/cases/" + Front.OWN_CASE).by(front.party(WORKER));
    var grant =
        new Grants(front.table)
            .find(new CaseNumber(Front.OWN_CASE), Caller.id(Issuer.NAME, WORKER))
            .orElseThrow();
    boolean held = grant.holds(Issuer.NOW.plus(Duration.ofDays(1)));
    int before = front.send(ask).status();
    int taken =
        front
            .send(
                Ask.of("DELETE", "/cases/" + Front.OWN_CASE + "/grants?id=" + grant.id())
                    .by(front.staff()))
            .status();
    assertEquals(
        List.of(false, 200, 204, 404), List.of(held, before, taken, front.send(ask).status()));
  }

  @Test
  void aTokenForOneCaseOpensNoOther() {
    var token =
        front.issuer.token(
            "claims-administrator",
            "a",
            claims -> claims.claim("organization", ORGANIZATION).claim("case", Front.OTHER_CASE));
    assertEquals("404 CASE_NOT_FOUND", answered(Ask.get("/cases/" + Front.OWN_CASE).by(token)));
  }
}
