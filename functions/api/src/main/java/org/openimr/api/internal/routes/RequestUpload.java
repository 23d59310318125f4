package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.records.ObjectName;
import org.openimr.records.Presigner;
import org.openimr.records.Settings;
import org.openimr.records.UploadTicket;
import org.openimr.records.UploadTickets;

/** {@code POST /cases/{caseNumber}/uploads}: an address that takes exactly one file, once. */
public final class RequestUpload implements Endpoint {
  private static final int CREATED = 201;
  private static final Duration VALID = Duration.ofMinutes(15);

  /** The budget of an upload (design section 2). */
  private static final long LARGEST = 100L * 1024 * 1024;

  private final UploadTickets tickets;
  private final Presigner presigner;
  private final Settings settings;
  private final Audit audit;
  private final Once once;

  /** Uploads into the bucket of case files. */
  public RequestUpload(
      UploadTickets tickets, Presigner presigner, Settings settings, Audit audit, Once once) {
    this.tickets = tickets;
    this.presigner = presigner;
    this.settings = settings;
    this.audit = audit;
    this.once = once;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    if (call.body().path("size").asLong() > LARGEST) {
      return Outcome.rejected(
          Code.FILE_TOO_LARGE,
          "size: an upload has at most " + LARGEST + " bytes. Send it in parts.");
    }
    return once.run(call, () -> work(call), id -> address(call.theCase().caseNumber(), id));
  }

  private Outcome<Once.Work> work(Call call) {
    JsonNode file = call.body();
    var ticket =
        new UploadTicket(
            call.theCase().caseNumber(),
            UUID.randomUUID().toString(),
            file.path("fileName").asText(),
            file.path("contentType").asText(),
            file.path("size").asLong(),
            file.path("sha256").asText(),
            call.now(),
            call.caller().actor());
    return Outcome.accepted(
        new Once.Work(
            ticket.id(),
            List.of(
                UploadTickets.write(ticket), audit.write(call, "UPLOAD_REQUESTED", ticket.id()))));
  }

  private Outcome<Response> address(CaseNumber caseNumber, String id) {
    var ticket = tickets.find(caseNumber, id).orElseThrow();
    var address =
        presigner.put(
            new Presigner.Upload(
                new ObjectName(settings.caseFiles(), ticket.key()),
                ticket.contentType(),
                ticket.size(),
                ticket.sha256()),
            VALID);
    var answer =
        Json.object()
            .put("id", id)
            .put("url", address.uri().toString())
            .put("method", address.method());
    var headers = answer.putObject("headers");
    address.headers().forEach(headers::put);
    return Outcome.accepted(
        Response.json(CREATED, answer.put("expiresAt", address.expiresAt().toString())));
  }
}
