package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.api.internal.access.Reach;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Rejection;
import org.openimr.procedure.RecordsClock;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.UploadRow;
import org.openimr.records.UploadTicket;
import org.openimr.records.UploadTickets;

/**
 * {@code GET /cases/{caseNumber}/uploads}: what was asked for and what came. Who is let in by a
 * grant sees only what it asked for itself: names of files name people.
 */
public final class ListUploads implements Endpoint {
  private static final int OK = 200;

  private final Cases cases;
  private final UploadTickets tickets;
  private final Audit audit;

  /** Uploads of these records. */
  public ListUploads(Cases cases, UploadTickets tickets, Audit audit) {
    this.cases = cases;
    this.tickets = tickets;
    this.audit = audit;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    var number = call.theCase().caseNumber();
    var came = new HashMap<String, UploadRow>();
    cases.uploads(number).forEach(row -> came.put(row.object().key(), row));
    List<UploadTicket> asked = tickets.of(number);
    var clock = call.theCase().head().map(CaseHead::due).flatMap(RecordsClock::of);
    var own =
        asked.stream()
            .filter(
                ticket ->
                    call.reach() != Reach.GRANTED
                        || ticket.requestedBy().equals(call.caller().actor()))
            .map(ticket -> asked(ticket, came, clock))
            .toList();
    asked.forEach(ticket -> came.remove(ticket.key()));
    Stream<ObjectNode> others =
        call.reach() == Reach.GRANTED
            ? Stream.of()
            : came.values().stream().map(row -> came(row, clock));
    var uploads =
        Stream.concat(own.stream(), others)
            .sorted(Comparator.comparing(upload -> upload.path("at").asText()))
            .map(JsonNode.class::cast)
            .collect(Json.list());
    audit.read(call, "READ_UPLOADS", "uploads");
    return Outcome.accepted(Response.json(OK, Json.object().set("uploads", uploads)));
  }

  /** What is asked for in time and sent late is late; what has not come is late by its asking. */
  private static boolean isLate(Optional<RecordsClock> clock, Instant came) {
    return clock.filter(records -> records.isLate(came)).isPresent();
  }

  private static ObjectNode asked(
      UploadTicket ticket, Map<String, UploadRow> came, Optional<RecordsClock> clock) {
    var upload =
        Json.object()
            .put("id", ticket.id())
            .put("fileName", ticket.fileName())
            .put("contentType", ticket.contentType())
            .put("size", ticket.size());
    var row = Optional.ofNullable(came.get(ticket.key()));
    upload.put("state", row.map(there -> there.state().name()).orElse("REQUESTED"));
    upload.put("at", ticket.requestedAt().toString());
    upload.put("late", isLate(clock, row.map(UploadRow::receivedAt).orElse(ticket.requestedAt())));
    return reason(upload, row.flatMap(UploadRow::reason));
  }

  private static ObjectNode came(UploadRow row, Optional<RecordsClock> clock) {
    var upload =
        Json.object()
            .put("id", row.id())
            .putNull("fileName")
            .putNull("contentType")
            .put("size", row.size())
            .put("state", row.state().name())
            .put("at", row.receivedAt().toString())
            .put("late", isLate(clock, row.receivedAt()));
    return reason(upload, row.reason());
  }

  static ObjectNode reason(ObjectNode object, Optional<Rejection> why) {
    why.ifPresentOrElse(
        reason ->
            object
                .putObject("reason")
                .put("code", reason.code().name())
                .put("detail", reason.detail()),
        () -> object.putNull("reason"));
    return object;
  }
}
