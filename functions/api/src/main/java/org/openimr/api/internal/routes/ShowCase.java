package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openimr.api.internal.access.CaseView;
import org.openimr.api.internal.access.Role;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.ReviewerCredentials;
import org.openimr.procedure.Completeness;
import org.openimr.procedure.Missing;
import org.openimr.records.Authorizations;
import org.openimr.records.CaseAssignments;
import org.openimr.records.CaseCorrections;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Corrections;
import org.openimr.records.DocumentRow;
import org.openimr.records.ItemRow;
import org.openimr.records.Ownership;
import org.openimr.records.ReviewRow;
import org.openimr.records.Reviews;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.WrittenApproval;

/**
 * {@code GET /cases/{caseNumber}}: where a case stands. Its entity tag is the head's, and tells of
 * its corrections once there are any.
 */
public final class ShowCase implements Endpoint {
  private static final int OK = 200;

  private final Cases cases;
  private final Reviews reviews;
  private final Attestations attestations;
  private final Authorizations authorizations;
  private final Corrections corrections;
  private final RecentBodies bodies;
  private final Audit audit;

  /** Cases of these records. */
  public ShowCase(
      Cases cases,
      Reviews reviews,
      Attestations attestations,
      Authorizations authorizations,
      Corrections corrections,
      RecentBodies bodies,
      Audit audit) {
    this.cases = cases;
    this.reviews = reviews;
    this.attestations = attestations;
    this.authorizations = authorizations;
    this.corrections = corrections;
    this.bodies = bodies;
    this.audit = audit;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    var view = call.theCase();
    var corrected = corrected(view);
    String tag = CorrectionForm.tag(view.etag(), corrected);
    if (EntityTags.has(call.request(), tag)) {
      return Outcome.accepted(EntityTags.unchanged(tag));
    }
    audit.read(call, "READ_CASE", "case");
    return Outcome.accepted(
        Response.json(OK, body(call, corrected)).with("etag", EntityTags.quoted(tag)));
  }

  /** Only what is issued has corrections. */
  private CaseCorrections corrected(CaseView view) {
    return view.state() == CaseState.ISSUED
        ? corrections.of(view.caseNumber())
        : new CaseCorrections(view.caseNumber(), 0, List.of());
  }

  private ObjectNode body(Call call, CaseCorrections corrected) {
    var view = call.theCase();
    var head = view.head();
    var adoption = adoption(view);
    var body =
        Json.object()
            .put("caseNumber", view.caseNumber().value())
            .put("revision", view.revision())
            .put("version", version(view))
            .put("state", view.state().name())
            .put("stateSince", since(view));
    ListUploads.reason(body, head.flatMap(CaseHead::reason));
    CaseClocks.put(body.putObject("clocks"), head, call.now());
    body.set("missing", missing(view));
    body.set(
        "documents",
        head
            .filter(_ -> call.caller().role() != Role.REVIEWER || view.draft())
            .map(cases::documents)
            .orElse(List.of())
            .stream()
            .map(ShowCase::document)
            .collect(Json.list()));
    body.set("items", items(call, adoption));
    body.set(
        "reviewers",
        adoption.map(Adoption::reviewers).orElse(List.of()).stream()
            .map(reviewer -> credentials(reviewer.credentials()))
            .collect(Json.list()));
    body.set(
        "corrections", corrected.issued().stream().map(CorrectionForm::named).collect(Json.list()));
    return review(body, call, head);
  }

  private ArrayNode items(Call call, Optional<Adoption> adoption) {
    var view = call.theCase();
    var authorized = view.head().map(this::authorized).orElse(Set.of());
    var own = ownReviews(call);
    return view.head().map(cases::items).orElse(List.of()).stream()
        .map(
            row ->
                item(row, decision(row, view, adoption))
                    .put("authorized", authorized.contains(row.number()))
                    .<JsonNode>set("review", review(own, row.number())))
        .collect(Json.list());
  }

  /** What was adopted, for who may see decisions: all of the case once it is issued. */
  private Optional<Adoption> adoption(CaseView view) {
    return view.head()
        .filter(_ -> view.showsDecisions())
        .flatMap(CaseHead::adoption)
        .map(bodies::adoption);
  }

  private static Optional<Decision> decision(
      ItemRow item, CaseView view, Optional<Adoption> adoption) {
    return adoption
        .map(adopted -> adopted.result(item.number()).decision())
        .or(() -> item.decision().filter(_ -> view.showsDecisions()));
  }

  /** A reviewer sees what he or she has reviewed so far, and nobody else's. */
  private Map<Integer, ReviewRow> ownReviews(Call call) {
    return Optional.of(call.caller())
        .filter(caller -> caller.role() == Role.REVIEWER)
        .flatMap(caller -> Pseudonym.of(caller.subject()))
        .flatMap(who -> call.theCase().head().map(head -> reviews.of(head, who)))
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(ReviewRow::number, row -> row));
  }

  private @Nullable JsonNode review(Map<Integer, ReviewRow> own, int number) {
    return Optional.ofNullable(own.get(number))
        .map(bodies::review)
        .map(ReviewItem::json)
        .orElse(null);
  }

  private static JsonNode credentials(ReviewerCredentials credentials) {
    var body = Json.object();
    credentials.states().forEach(body.putArray("states")::add);
    credentials.licences().forEach(body.putArray("licences")::add);
    credentials.specialties().forEach(body.putArray("specialties")::add);
    return body;
  }

  /** The numbers of the items that are authorized; the case file is read only if there are any. */
  private Set<Integer> authorized(CaseHead head) {
    var keys = authorizations.of(head.caseNumber());
    var numbers = new TreeSet<Integer>();
    if (!keys.isEmpty()) {
      var items = bodies.file(head).fields().disputedItems();
      for (int i = 0; i < items.size(); i++) {
        if (keys.contains(Authorizations.key(items.get(i)))) {
          numbers.add(i + 1);
        }
      }
    }
    return numbers;
  }

  /** Who reviews the case is for staff, and the reviewer's own part for the reviewer. */
  private ObjectNode review(ObjectNode body, Call call, Optional<CaseHead> head) {
    var role = call.caller().role();
    var all = head.filter(_ -> role == Role.STAFF || role == Role.REVIEWER).map(attestations::of);
    var row = all.flatMap(of -> attestations.shown(of, call));
    if (all.isEmpty() || (row.isEmpty() && all.get().isUntouched())) {
      body.putNull("review");
      return body;
    }
    var review = body.putObject("review");
    review.put(
        "state",
        row.map(of -> AttestationRoutes.state(attestations.now(head.orElseThrow(), of)))
            .orElse("WAITS"));
    Json.text(review, "reviewer", row.map(of -> of.assignment().reviewer()));
    var waits = review.putArray("waits");
    all.get().waits().stream().filter(_ -> role == Role.STAFF).forEach(waits::add);
    return panel(body, review, head.orElseThrow(), all.filter(_ -> role == Role.STAFF));
  }

  /** How many may review the case, and who does: for staff, as no reviewer learns of another. */
  private ObjectNode panel(
      ObjectNode body, ObjectNode review, CaseHead head, Optional<CaseAssignments> all) {
    review.put(
        "approvedReviewers",
        all.flatMap(CaseAssignments::approval).map(WrittenApproval::reviewers).orElse(null));
    review.set(
        "panel",
        all.map(CaseAssignments::open).orElse(List.of()).stream()
            .<JsonNode>map(
                row ->
                    Json.object()
                        .put("reviewer", row.assignment().reviewer().value())
                        .put("state", AttestationRoutes.state(attestations.now(head, row))))
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

  /** A case without a revision misses what a case file without papers does. */
  private static ArrayNode missing(CaseView view) {
    return view
        .head()
        .map(CaseHead::missing)
        .orElseGet(
            () ->
                Completeness.missing(
                    new CaseFile(
                        view.caseNumber(), CaseFields.UNKNOWN, List.of(), Map.of(), List.of())))
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

  private static ObjectNode item(ItemRow row, Optional<Decision> decision) {
    var item = Json.object().put("number", row.number());
    Json.text(item, "urDecision", row.urDecision());
    item.put("urCertifiedQuantity", row.urCertifiedQuantity().orElse(null));
    return Json.text(item, "decision", decision);
  }
}
