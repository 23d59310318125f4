package org.openimr.api.internal.routes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.api.internal.access.Role;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Correction;
import org.openimr.casefile.Outcome;
import org.openimr.records.Assignments;
import org.openimr.records.Backend;
import org.openimr.records.Bodies;
import org.openimr.records.Cases;
import org.openimr.records.CorrectionRow;
import org.openimr.records.CorrectionState;
import org.openimr.records.Corrections;
import org.openimr.records.Identities;
import org.openimr.records.Presigner;
import org.openimr.records.Settings;
import org.openimr.reviewers.Pseudonym;

/** The operations of corrections; those that show them are here. */
public final class CorrectionRoutes {
  private static final int OK = 200;

  private final Corrections corrections;
  private final StoredDocuments documents;
  private final Settings settings;
  private final Bodies bodies;
  private final Audit audit;

  private CorrectionRoutes(
      Corrections corrections,
      StoredDocuments documents,
      Settings settings,
      Bodies bodies,
      Audit audit) {
    this.corrections = corrections;
    this.documents = documents;
    this.settings = settings;
    this.bodies = bodies;
    this.audit = audit;
  }

  /**
   * The endpoints by operation.
   *
   * @param contact how the review organization is reached; empty where letters do not tell
   */
  public static Map<String, Endpoint> of(
      Backend backend, Presigner presigner, Optional<String> contact, Audit audit, Once once) {
    var table = backend.table();
    var cases = new Cases(table);
    var corrections = new Corrections(table);
    var bodies = new Bodies(backend.objects(), backend.settings());
    var documents = new StoredDocuments(backend.objects(), presigner, audit);
    var stores =
        new RequestCorrection.Stores(
            cases, corrections, new Assignments(table), new Identities(table), bodies);
    var shown = new CorrectionRoutes(corrections, documents, backend.settings(), bodies, audit);
    var pending = new PendingCorrection(table, cases, corrections);
    return Map.of(
        "requestCorrection",
        new RequestCorrection(stores, documents, backend.settings(), contact, once),
        "assentToCorrection",
        pending::assent,
        "withdrawCorrection",
        pending::withdraw,
        "listCorrections",
        shown::list,
        "showCorrection",
        shown::show);
  }

  private Outcome<Response> list(Call call) {
    var seen =
        seen(call).stream()
            .map(row -> CorrectionForm.json(row, bodies.get(row.body(), Correction.class)))
            .collect(Json.list());
    audit.read(call, "READ_CORRECTIONS", Integer.toString(seen.size()));
    var body = Json.object();
    body.set("corrections", seen);
    return Outcome.accepted(Response.json(OK, body));
  }

  private Outcome<Response> show(Call call) {
    int number = call.parameters().whole("number");
    var set =
        seen(call).stream()
            .filter(row -> row.number() == number)
            .flatMap(row -> row.documents().stream())
            .findFirst();
    if (set.isEmpty()) {
      return Outcome.rejected(
          Code.CORRECTION_NOT_FOUND,
          "The case has no issued correction of this number that you may see.");
    }
    var shelf = new StoredDocuments.Shelf(settings.determinations(), set.get(), "correction");
    return StoredDocuments.wanted(call)
        .then(form -> documents.answer(call, form, shelf, "READ_CORRECTION"));
  }

  /** Issued ones all of the case see; others only staff, and the reviewers who are asked. */
  private List<CorrectionRow> seen(Call call) {
    var view = call.theCase();
    if (view.state() != CaseState.ISSUED) {
      return List.of();
    }
    return corrections.of(view.caseNumber()).rows().stream()
        .filter(row -> row.state() == CorrectionState.ISSUED || seesUnissued(call, row))
        .toList();
  }

  private static boolean seesUnissued(Call call, CorrectionRow row) {
    return call.caller().role() == Role.STAFF
        || (call.caller().role() == Role.REVIEWER
            && Pseudonym.of(call.caller().subject()).filter(row.asked()::contains).isPresent());
  }
}
