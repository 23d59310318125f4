package org.openimr.api.internal.routes;

import java.time.LocalDate;
import java.util.Optional;
import org.openimr.api.internal.access.Cursors;
import org.openimr.api.internal.access.Reach;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Parameters;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.Due;
import org.openimr.records.CaseHead;
import org.openimr.records.CaseLists;
import org.openimr.records.IndexPosition;
import org.openimr.records.Key;

/**
 * {@code GET /cases}: numbers, states and due dates, no health information. The scope comes from
 * the token alone; a cursor only says where to go on in it.
 */
public final class ListCases implements Endpoint {
  private static final int OK = 200;

  private final CaseLists lists;
  private final Cursors cursors;

  /** Lists of these records. */
  public ListCases(CaseLists lists, Cursors cursors) {
    this.lists = lists;
    this.cursors = cursors;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    return start(call).then(after -> Outcome.accepted(page(call, lists.page(query(call), after))));
  }

  private Outcome<Optional<IndexPosition>> start(Call call) {
    return call.parameters()
        .text("cursor")
        .map(
            cursor ->
                cursors
                    .open(call.caller(), question(call.parameters()), cursor)
                    .<Optional<IndexPosition>>then(
                        key -> Outcome.accepted(Optional.of(IndexPosition.of(key)))))
        .orElseGet(() -> Outcome.accepted(Optional.empty()));
  }

  /** A page may have another length than the one before, and is the same question. */
  private static String question(Parameters parameters) {
    return "listCases\n"
        + parameters.text("status").orElse("")
        + "\n"
        + parameters.text("dueBefore").orElse("");
  }

  private static CaseLists.Query query(Call call) {
    var parameters = call.parameters();
    return new CaseLists.Query(
        scope(call),
        parameters.text("status").map(CaseState::valueOf),
        parameters.text("dueBefore").map(LocalDate::parse),
        parameters.whole("limit"));
  }

  private static CaseLists.Scope scope(Call call) {
    return switch (call.reach()) {
      case ALL -> new CaseLists.Scope.All();
      case OWN -> new CaseLists.Scope.Organization(call.caller().organization().orElseThrow());
      case ASSIGNED -> new CaseLists.Scope.Reviewer(call.caller().subject());
      case ATTESTED, GRANTED, NONE ->
          throw new IllegalStateException(Reach.GRANTED + " has one case and no list");
    };
  }

  private Response page(Call call, CaseLists.Page page) {
    var answer = Json.object();
    answer.set("cases", page.entries().stream().map(ListCases::entry).collect(Json.list()));
    Optional<Key> next = page.next().map(IndexPosition::toKey);
    return Response.json(
        OK,
        Json.text(
            answer,
            "next",
            next.map(key -> cursors.seal(call.caller(), question(call.parameters()), key))));
  }

  private static com.fasterxml.jackson.databind.JsonNode entry(CaseLists.Entry entry) {
    var line =
        Json.object()
            .put("caseNumber", entry.caseNumber().value())
            .put("state", entry.state().name());
    Json.text(
        line, "due", entry.head().flatMap(head -> head.due().next(head.state()).map(Due::day)));
    return line.put("revision", entry.head().map(CaseHead::revision).orElse(0));
  }
}
