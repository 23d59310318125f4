package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.Clocks;
import org.openimr.records.AssignmentRow;
import org.openimr.records.Assignments;
import org.openimr.records.CaseAssignments;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.Owners;
import org.openimr.records.Redo;
import org.openimr.records.Table;
import org.openimr.records.Write;
import org.openimr.reviewers.Assignment;
import org.openimr.reviewers.Assignment.Answer;
import org.openimr.reviewers.CaseParty;
import org.openimr.reviewers.PartyKey;
import org.openimr.reviewers.PartyRole;
import org.openimr.reviewers.Tie;

/**
 * {@code GET} and {@code PUT /cases/{caseNumber}/attestation}: before seeing the file the reviewer
 * answers for each party whether there is a tie (Labor Code 139.5(d)(5)). A tie gives the case back
 * to staff and bars the reviewer from it.
 */
public final class AttestationRoutes {
  private static final int OK = 200;
  private static final String NONE = "NONE";

  private final Table table;
  private final Cases cases;
  private final Owners owners;
  private final Attestations attestations;
  private final Audit audit;

  /** Attestations in a table. */
  public AttestationRoutes(
      Table table, Cases cases, Owners owners, Attestations attestations, Audit audit) {
    this.table = table;
    this.cases = cases;
    this.owners = owners;
    this.attestations = attestations;
    this.audit = audit;
  }

  /** What was read of a case and a reviewer's part in it. */
  private record Seen(CaseHead head, CaseAssignments all, AssignmentRow row, Assignment now) {
    String tag() {
      return head.revision() + "." + all.version();
    }
  }

  /** Whom the reviewer answers for, and what was answered. */
  public Outcome<Response> show(Call call) {
    return seen(call)
        .then(
            seen -> {
              audit.read(call, "READ_PARTIES", "attestation");
              return Outcome.accepted(
                  Response.json(OK, body(seen)).with("etag", EntityTags.quoted(seen.tag())));
            });
  }

  /** Takes answers. */
  public Outcome<Response> attest(Call call) {
    return Redo.untilDone("Attest", () -> once(call));
  }

  private Optional<Outcome<Response>> once(Call call) {
    var written =
        seen(call)
            .then(
                seen ->
                    EntityTags.ifMatch(
                        call,
                        seen.tag(),
                        () -> answered(call, seen).then(after -> write(call, seen, after))));
    return switch (written) {
      case Outcome.Rejected<Optional<Response>>(var why) ->
          Optional.of(Outcome.rejected(why.code(), why.detail()));
      case Outcome.Accepted<Optional<Response>>(var response) -> response.map(Outcome::accepted);
    };
  }

  private Outcome<Seen> seen(Call call) {
    var head = cases.head(call.theCase().caseNumber());
    var all = head.map(attestations::of);
    return all.flatMap(of -> attestations.shown(of, call))
        .map(
            row ->
                Outcome.accepted(
                    new Seen(
                        head.orElseThrow(),
                        all.orElseThrow(),
                        row,
                        attestations.now(head.orElseThrow(), row))))
        .orElseGet(
            () ->
                Outcome.rejected(
                    Code.NO_ASSIGNMENT, "The case has no assignment that you may see."));
  }

  /** The first tie ends it: what else was answered no longer matters. */
  private static Outcome<Assignment> answered(Call call, Seen seen) {
    Outcome<Assignment> assignment = Outcome.accepted(seen.now());
    for (JsonNode answer : call.body().path("answers")) {
      assignment = assignment.then(before -> answered(call, before, answer));
    }
    return assignment;
  }

  private static Outcome<Assignment> answered(Call call, Assignment before, JsonNode answer) {
    var party =
        new CaseParty(
            PartyRole.valueOf(answer.path("role").asText()),
            new PartyKey(answer.path("party").asText()));
    var day = Clocks.day(call.now());
    String tie = answer.path("tie").asText();
    return switch (before) {
      case Assignment.Assigned assigned ->
          assigned.answer(
              party,
              tie.equals(NONE) ? new Answer.NoTie() : new Answer.Declared(Tie.Nature.valueOf(tie)),
              day);
      case Assignment.Attested attested when !tie.equals(NONE) ->
          attested.declare(party, Tie.Nature.valueOf(tie), day);
      case Assignment.TieDeclared _ -> Outcome.accepted(before);
      case Assignment.Attested _, Assignment.Returned _, Assignment.Ended _ ->
          Outcome.rejected(
              Code.ASSIGNMENT_REFUSED,
              "No answer is open: you have attested for all parties, or the assignment is over.");
    };
  }

  /** Empty where somebody wrote in between. */
  private Outcome<Optional<Response>> write(Call call, Seen seen, Assignment after) {
    var row = seen.row().with(after);
    var writes = new ArrayList<Write>(Assignments.writes(seen.all(), row));
    writes.addAll(ofCase(call, seen, after));
    if (table.commit(writes) == Commit.REFUSED) {
      return Outcome.accepted(Optional.empty());
    }
    var all =
        new CaseAssignments(
            seen.all().caseNumber(),
            seen.all().version() + 1,
            seen.all().approval(),
            List.of(),
            List.of(row));
    var now = new Seen(seen.head(), all, row, after);
    return Outcome.accepted(
        Optional.of(Response.json(OK, body(now)).with("etag", EntityTags.quoted(now.tag()))));
  }

  /**
   * With a tie the case is no longer the reviewer's. The head is written too: its entity tag speaks
   * of both.
   */
  private List<Write> ofCase(Call call, Seen seen, Assignment after) {
    var head = seen.head();
    var event =
        Assignments.event(
            head, seen.all(), call.now(), call.caller().actor(), kind(after), cause(after));
    if (after.isOpen()) {
      return cases.following(head, head.touched(call.now()), event);
    }
    var ownership = owners.find(head.caseNumber());
    var writes = new ArrayList<Write>(List.of(Cases.put(event)));
    writes.addAll(
        owners.writes(
            ownership,
            ownership.orElseThrow().returnedBy(after.reviewer().value()),
            Optional.of(head)));
    return writes;
  }

  private static String kind(Assignment after) {
    return switch (after) {
      case Assignment.Attested _ -> "ATTESTED";
      case Assignment.TieDeclared _ -> "TIE_DECLARED";
      case Assignment.Assigned _, Assignment.Returned _, Assignment.Ended _ -> "ATTESTED_IN_PART";
    };
  }

  private static String cause(Assignment after) {
    return after instanceof Assignment.TieDeclared tie
        ? tie.role() + " " + tie.nature()
        : "parties";
  }

  private ObjectNode body(Seen seen) {
    var names = attestations.parties(seen.head());
    var body =
        Json.object()
            .put("caseNumber", seen.head().caseNumber().value())
            .put("reviewer", seen.now().reviewer().value())
            .put("state", state(seen.now()));
    var parties = body.putArray("parties");
    open(seen.now())
        .forEach(party -> parties.add(party(party, names.getOrDefault(party, ""), true)));
    cleared(seen.now())
        .forEach(party -> parties.add(party(party, names.getOrDefault(party, ""), false)));
    return body;
  }

  private static JsonNode party(CaseParty party, String name, boolean open) {
    return Json.object()
        .put("role", party.role().name())
        .put("party", party.key().value())
        .put("name", name.isEmpty() ? null : name)
        .put("open", open);
  }

  private static List<CaseParty> open(Assignment now) {
    return now instanceof Assignment.Assigned assigned ? assigned.open() : List.of();
  }

  private static List<CaseParty> cleared(Assignment now) {
    return switch (now) {
      case Assignment.Assigned assigned -> assigned.cleared();
      case Assignment.Attested attested -> attested.cleared();
      case Assignment.TieDeclared _, Assignment.Returned _, Assignment.Ended _ -> List.of();
    };
  }

  /** An assignment's state as the API calls it. */
  static String state(Assignment now) {
    return switch (now) {
      case Assignment.Assigned _ -> "ASSIGNED";
      case Assignment.Attested _ -> "ATTESTED";
      case Assignment.TieDeclared _ -> "TIE_DECLARED";
      case Assignment.Returned _ -> "RETURNED";
      case Assignment.Ended _ -> "ENDED";
    };
  }
}
