package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.openimr.api.internal.access.Caller;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.records.Commit;
import org.openimr.records.Grant;
import org.openimr.records.Grants;
import org.openimr.records.Table;

/**
 * {@code POST} and {@code DELETE /cases/{caseNumber}/grants}: lets a party in, or out. The subject
 * is kept as a hash only.
 */
public final class GrantRoutes {
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  /** Days are those of the office. */
  private static final ZoneId OFFICE = ZoneId.of("America/Los_Angeles");

  private final Table table;
  private final Grants grants;
  private final String issuer;
  private final Audit audit;
  private final Once once;

  /** Grants for subjects of an issuer. */
  public GrantRoutes(Table table, Grants grants, String issuer, Audit audit, Once once) {
    this.table = table;
    this.grants = grants;
    this.issuer = issuer;
    this.audit = audit;
    this.once = once;
  }

  /** Lets a party in. */
  public Outcome<Response> give(Call call) {
    JsonNode body = call.body();
    var grant =
        new Grant(
            call.theCase().caseNumber(),
            Caller.id(issuer, body.path("subject").asText()),
            Grant.Party.valueOf(body.path("party").asText()),
            call.now(),
            until(body));
    var work =
        new Once.Work(
            grant.id(), List.of(Grants.give(grant), audit.write(call, "GRANT_GIVEN", grant.id())));
    return once.run(call, () -> Outcome.accepted(work), _ -> Outcome.accepted(given(grant, body)));
  }

  /** The last day counts. */
  private static Optional<Instant> until(JsonNode body) {
    return Optional.ofNullable(body.get("until"))
        .map(day -> LocalDate.parse(day.asText()).plusDays(1).atStartOfDay(OFFICE).toInstant());
  }

  private static Response given(Grant grant, JsonNode body) {
    var answer = Json.object().put("id", grant.id()).put("party", grant.party().name());
    return Response.json(
        CREATED,
        Json.text(answer, "until", Optional.ofNullable(body.get("until")).map(JsonNode::asText)));
  }

  /** Takes a grant back. */
  public Outcome<Response> take(Call call) {
    String id = call.parameters().text("id").orElseThrow();
    var grant =
        grants.find(call.theCase().caseNumber(), id).filter(there -> there.holds(call.now()));
    boolean taken =
        grant.isPresent()
            && table.commit(
                    List.of(
                        Grants.take(grant.get(), call.now()), audit.write(call, "GRANT_TAKEN", id)))
                == Commit.DONE;
    return taken
        ? Outcome.accepted(Response.empty(NO_CONTENT))
        : Outcome.rejected(Code.GRANT_NOT_FOUND, "The case has no grant of this id.");
  }
}
