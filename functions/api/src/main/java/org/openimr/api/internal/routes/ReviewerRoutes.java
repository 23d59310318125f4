package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.Clocks;
import org.openimr.records.Commit;
import org.openimr.records.Identities;
import org.openimr.records.Redo;
import org.openimr.records.ReviewerEvent;
import org.openimr.records.Roster;
import org.openimr.records.Table;
import org.openimr.reviewers.ImportProblem;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.RosterCsv;

/**
 * {@code GET} and {@code PUT /reviewers/{reviewerId}}: a reviewer's entry. Who it is comes only
 * where it is asked for, and each such reading is an event of the entry.
 */
public final class ReviewerRoutes {
  private static final int OK = 200;

  private final Table table;
  private final Roster roster;
  private final Identities identities;

  /** Reviewers of a table. */
  public ReviewerRoutes(Table table) {
    this.table = table;
    this.roster = new Roster(table);
    this.identities = new Identities(table);
  }

  /** Both halves of an entry, as read. */
  private record Seen(Roster.Entry credentials, Identities.Entry identity) {
    String tag() {
      return credentials.version() + "." + identity.version();
    }
  }

  private Outcome<Seen> seen(Call call) {
    var pseudonym = pseudonym(call);
    return roster
        .find(pseudonym)
        .flatMap(
            credentials ->
                identities.find(pseudonym).map(identity -> new Seen(credentials, identity)))
        .map(Outcome::accepted)
        .orElseGet(
            () ->
                Outcome.rejected(
                    Code.REVIEWER_NOT_FOUND, "The roster has no reviewer of this pseudonym."));
  }

  private static Pseudonym pseudonym(Call call) {
    return new Pseudonym(call.parameters().text("reviewerId").orElseThrow());
  }

  /** Shows an entry. */
  public Outcome<Response> show(Call call) {
    return seen(call)
        .then(
            seen -> {
              boolean named = call.parameters().text("identity").filter("true"::equals).isPresent();
              if (named) {
                table.commit(List.of(Roster.write(event(call, "IDENTITY_READ"))));
              }
              return Outcome.accepted(answer(seen, named));
            });
  }

  /** Replaces an entry: the same rules as for a line of an import. */
  public Outcome<Response> replace(Call call) {
    return Redo.untilDone("ReplaceReviewer", () -> once(call));
  }

  private Optional<Outcome<Response>> once(Call call) {
    Outcome<Commit> written =
        seen(call).then(seen -> EntityTags.ifMatch(call, seen.tag(), () -> written(call, seen)));
    return switch (written) {
      case Outcome.Rejected<Commit>(var why) ->
          Optional.of(Outcome.rejected(why.code(), why.detail()));
      case Outcome.Accepted<Commit>(Commit commit) when commit == Commit.DONE ->
          Optional.of(seen(call).then(after -> Outcome.accepted(answer(after, false))));
      case Outcome.Accepted<Commit> _ -> Optional.empty();
    };
  }

  private Outcome<Commit> written(Call call, Seen before) {
    var known = identities.all().stream().map(Identities.Entry::identity).toList();
    var read =
        RosterCsv.read(
            ReviewerForm.csv(pseudonym(call), call.body()),
            known,
            Clocks.day(call.now()),
            RosterCsv.Mode.ALL_OR_NOTHING);
    if (!read.problems().isEmpty()) {
      ImportProblem first = read.problems().getFirst();
      return Outcome.rejected(first.code(), first.column() + ": " + first.sentence());
    }
    return Outcome.accepted(
        table.commit(
            List.of(
                Roster.write(Optional.of(before.credentials()), read.credentials().getFirst()),
                Identities.write(Optional.of(before.identity()), read.identities().getFirst()),
                Roster.write(event(call, "REVIEWER_WRITTEN")))));
  }

  private static ReviewerEvent event(Call call, String kind) {
    return new ReviewerEvent(
        pseudonym(call),
        call.now(),
        Audit.eventId(),
        call.caller().actor(),
        kind,
        call.request().id().isEmpty() ? "request" : call.request().id());
  }

  private static Response answer(Seen seen, boolean named) {
    ObjectNode body = ReviewerForm.credentials(seen.credentials().credentials());
    JsonNode identity =
        named ? ReviewerForm.identity(seen.identity().identity()) : NullNode.getInstance();
    body.set("identity", identity);
    return Response.json(OK, body).with("etag", EntityTags.quoted(seen.tag()));
  }
}
