package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.api.internal.access.Cursors;
import org.openimr.api.internal.access.Role;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.api.internal.http.TextTable;
import org.openimr.casefile.Outcome;
import org.openimr.records.CaseEvent;
import org.openimr.records.Cases;
import org.openimr.records.Key;
import org.openimr.records.RowPage;

/**
 * {@code GET /cases/{caseNumber}/timeline}: what happened, as far as {@code timeline.txt} lets the
 * role see it. Who did it and why is for staff; others learn which role or function it was.
 */
public final class ShowTimeline implements Endpoint {
  private static final int OK = 200;

  private final Cases cases;
  private final Cursors cursors;
  private final Map<Role, Set<String>> visible = new EnumMap<>(Role.class);

  /** Timelines of these records. */
  public ShowTimeline(Cases cases, Cursors cursors) {
    this.cases = cases;
    this.cursors = cursors;
    List<String> lines = TextTable.rows("/org/openimr/api/timeline.txt");
    String[] head = lines.getFirst().split("\\s+", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\\s+", -1);
      for (int i = 1; i < head.length; i++) {
        if (cells[i].equals("yes")) {
          visible
              .computeIfAbsent(Role.of(head[i]).orElseThrow(), _ -> new HashSet<>())
              .add(cells[0]);
        }
      }
    }
  }

  @Override
  public Outcome<Response> answer(Call call) {
    return start(call).then(after -> Outcome.accepted(page(call, after)));
  }

  private Outcome<Optional<Key>> start(Call call) {
    return call.parameters()
        .text("cursor")
        .map(
            cursor ->
                cursors
                    .open(call.caller(), question(call), cursor)
                    .<Optional<Key>>then(key -> Outcome.accepted(Optional.of(key))))
        .orElseGet(() -> Outcome.accepted(Optional.empty()));
  }

  private static String question(Call call) {
    return "showTimeline\n" + call.theCase().caseNumber();
  }

  private Response page(Call call, Optional<Key> after) {
    RowPage rows =
        cases.eventRows(call.theCase().caseNumber(), after, call.parameters().whole("limit"));
    var events =
        rows.rows().stream()
            .map(Cases::event)
            .filter(event -> sees(call.caller().role(), event))
            .map(event -> event(event, call.caller().role() == Role.STAFF))
            .collect(Json.list());
    var answer = Json.object();
    answer.set("events", events);
    return Response.json(
        OK,
        Json.text(
            answer,
            "next",
            rows.next().map(key -> cursors.seal(call.caller(), question(call), key))));
  }

  private boolean sees(Role role, CaseEvent event) {
    return role == Role.STAFF || visible.getOrDefault(role, Set.of()).contains(event.kind());
  }

  private static JsonNode event(CaseEvent event, boolean whole) {
    String actor = event.actor();
    int end = actor.indexOf(':');
    var line =
        Json.object()
            .put("time", event.time().toString())
            .put("kind", event.kind())
            .put("actor", whole || end < 0 ? actor : actor.substring(0, end))
            .put("revision", event.revision())
            .put("state", event.state().name());
    return line.put("cause", whole ? event.cause() : null);
  }
}
