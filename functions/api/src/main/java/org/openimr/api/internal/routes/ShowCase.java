package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.openimr.api.internal.access.CaseView;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.Completeness;
import org.openimr.procedure.Missing;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.DocumentRow;
import org.openimr.records.ItemRow;
import org.openimr.records.Ownership;

/** {@code GET /cases/{caseNumber}}: where a case stands. Its entity tag is the head's. */
public final class ShowCase implements Endpoint {
  private static final int OK = 200;

  private final Cases cases;
  private final Audit audit;

  /** Cases of these records. */
  public ShowCase(Cases cases, Audit audit) {
    this.cases = cases;
    this.audit = audit;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    var view = call.theCase();
    if (EntityTags.has(call.request(), view.etag())) {
      return Outcome.accepted(EntityTags.unchanged(view.etag()));
    }
    audit.read(call, "READ_CASE", "case");
    return Outcome.accepted(
        Response.json(OK, body(view)).with("etag", EntityTags.quoted(view.etag())));
  }

  private ObjectNode body(CaseView view) {
    var head = view.head();
    var body =
        Json.object()
            .put("caseNumber", view.caseNumber().value())
            .put("revision", view.revision())
            .put("version", version(view))
            .put("state", view.state().name())
            .put("stateSince", since(view));
    ListUploads.reason(body, head.flatMap(CaseHead::reason));
    clocks(body.putObject("clocks"), head);
    body.set("missing", missing(view));
    body.set(
        "documents",
        head.map(cases::documents).orElse(List.of()).stream()
            .map(ShowCase::document)
            .collect(Json.list()));
    body.set(
        "items",
        head.map(cases::items).orElse(List.of()).stream()
            .map(item -> item(item, view.showsDecisions()))
            .collect(Json.list()));
    return body;
  }

  private static long version(CaseView view) {
    return view.head()
        .map(CaseHead::version)
        .orElseGet(() -> view.ownership().map(Ownership::version).orElse(0L));
  }

  private static String since(CaseView view) {
    return view.head()
        .map(CaseHead::stateSince)
        .or(() -> view.ownership().map(Ownership::openedAt))
        .orElseThrow()
        .toString();
  }

  private static void clocks(ObjectNode clocks, Optional<CaseHead> head) {
    Json.text(clocks, "records", head.flatMap(of -> of.due().records()));
    Json.text(clocks, "determination", head.flatMap(of -> of.due().determination()));
  }

  /** A case without a revision misses what a case file without papers does. */
  private static ArrayNode missing(CaseView view) {
    return view
        .head()
        .map(CaseHead::missing)
        .orElseGet(
            () ->
                Completeness.missing(
                    new CaseFile(
                        view.caseNumber(),
                        CaseFields.UNKNOWN,
                        List.of(),
                        java.util.Map.of(),
                        List.of())))
        .stream()
        .map(ShowCase::missing)
        .collect(Json.list());
  }

  private static JsonNode missing(Missing what) {
    return Json.object()
        .put("what", what.name())
        .put("stops", what.stops())
        .put("detail", what.sentence());
  }

  private static JsonNode document(DocumentRow row) {
    var document = Json.object().put("id", row.id()).put("type", row.type().name());
    Json.text(document, "date", row.date());
    document.put("pages", row.pages()).put("readablePages", row.readablePages());
    return Json.text(document, "duplicateOf", row.duplicateOf());
  }

  private static JsonNode item(ItemRow row, boolean showsDecision) {
    var item = Json.object().put("number", row.number());
    Json.text(item, "urDecision", row.urDecision());
    item.put("urCertifiedQuantity", row.urCertifiedQuantity().orElse(null));
    return Json.text(item, "decision", row.decision().filter(_ -> showsDecision));
  }
}
