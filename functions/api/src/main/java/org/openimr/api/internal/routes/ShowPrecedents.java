package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Outcome;
import org.openimr.precedents.ItemProfile;
import org.openimr.precedents.NearestPrecedents;
import org.openimr.precedents.NearestPrecedents.Count;
import org.openimr.precedents.NearestPrecedents.Match;
import org.openimr.records.Precedents;

/**
 * {@code GET /cases/{caseNumber}/precedents}: how others like it were decided, for information. No
 * determination rests on it, and the case's own published determination is left out.
 */
public final class ShowPrecedents implements Endpoint {
  private static final int OK = 200;

  private final RecentBodies bodies;
  private final Precedents precedents;
  private final Audit audit;

  /** Precedents of these records. */
  ShowPrecedents(RecentBodies bodies, Precedents precedents, Audit audit) {
    this.bodies = bodies;
    this.precedents = precedents;
    this.audit = audit;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    int most = call.parameters().whole("limit");
    var number = call.theCase().caseNumber();
    var items =
        call.theCase().head().flatMap(bodies::evaluation).map(Evaluation::items).orElse(List.of());
    audit.read(call, "READ_PRECEDENTS", "precedents");
    var body = Json.object().put("searchedAt", call.now().toString());
    body.set("items", items.stream().map(item -> item(number, item, most)).collect(Json.list()));
    return Outcome.accepted(Response.json(OK, body));
  }

  private JsonNode item(CaseNumber own, ItemEvaluation item, int most) {
    var profile = ItemProfile.of(item);
    var found = precedents.near(profile);
    var near = NearestPrecedents.of(own, profile, found.items(), most);
    var body = Json.object().put("number", item.number()).put("complete", found.complete());
    body.set("counts", near.counts().stream().map(ShowPrecedents::count).collect(Json.list()));
    body.set("nearest", near.nearest().stream().map(ShowPrecedents::match).collect(Json.list()));
    return body;
  }

  private static JsonNode count(Count count) {
    return Json.object()
        .put("kind", count.kind().name())
        .put("upheld", count.upheld())
        .put("overturned", count.overturned());
  }

  private static JsonNode match(Match match) {
    var precedent = match.precedent();
    ObjectNode body =
        Json.object()
            .put("caseNumber", precedent.caseNumber().value())
            .put("item", precedent.item())
            .put("outcome", precedent.outcome().name());
    Json.text(body, "decided", precedent.decided());
    body.put("distance", match.distance().value());
    var differences = body.putArray("differences");
    match.distance().differences().forEach(differences::add);
    return body;
  }
}
