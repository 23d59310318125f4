package org.openimr.api.internal.routes;

import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Outcome;
import org.openimr.records.Bodies;
import org.openimr.records.Claims;
import org.openimr.records.RevisionReport;

/**
 * {@code GET /cases/{caseNumber}/screening}: what staff looks into before a case goes on. The
 * checklist of the complete case file, findings of eligibility, and what the last revision changed.
 */
final class ShowScreening implements Endpoint {
  private static final int OK = 200;

  private final Bodies bodies;
  private final Claims claims;
  private final Audit audit;

  /** Screenings in a store of bodies. */
  ShowScreening(Bodies bodies, Claims claims, Audit audit) {
    this.bodies = bodies;
    this.claims = claims;
    this.audit = audit;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    var view = call.theCase();
    var report = RevisionReport.of(view.head(), bodies, claims);
    audit.read(call, "READ_SCREENING", "screening");
    var body =
        Json.object().put("caseNumber", view.caseNumber().value()).put("revision", view.revision());
    body.set("checklist", Json.tree(report.checklist()));
    body.set("eligibility", Json.tree(report.eligibility()));
    body.set("changes", Json.tree(report.changes()));
    return Outcome.accepted(Response.json(OK, body));
  }
}
