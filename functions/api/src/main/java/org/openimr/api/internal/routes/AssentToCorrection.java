package org.openimr.api.internal.routes;

import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.Clocks;
import org.openimr.records.CaseCorrections;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.CorrectionRow;
import org.openimr.records.Corrections;
import org.openimr.records.Table;
import org.openimr.reviewers.Pseudonym;

/**
 * {@code PUT /cases/{caseNumber}/corrections/{number}/assent}: a reviewer who has decided the case
 * says whether a correction leaves decision and reasons as they are.
 */
final class AssentToCorrection implements Endpoint {
  private static final int OK = 200;

  private final Table table;
  private final Cases cases;
  private final Corrections corrections;

  AssentToCorrection(Table table, Cases cases, Corrections corrections) {
    this.table = table;
    this.cases = cases;
    this.corrections = corrections;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    var number = call.theCase().caseNumber();
    var reviewer = Pseudonym.of(call.caller().subject());
    var head = cases.head(number).filter(now -> now.state() == CaseState.ISSUED);
    var all = corrections.of(number);
    var asked =
        all.of(call.parameters().whole("number"))
            .filter(row -> reviewer.filter(row.asked()::contains).isPresent());
    if (head.isEmpty() || asked.isEmpty()) {
      return Outcome.rejected(
          Code.CORRECTION_NOT_FOUND, "There is no correction of this number that asks you.");
    }
    return Preconditions.matched(call, CorrectionForm.tag(head.get().etag(), all))
        .then(_ -> answered(call, asked.get(), reviewer.orElseThrow()))
        .then(after -> written(call, head.get(), all, after));
  }

  private static Outcome<CorrectionRow> answered(Call call, CorrectionRow row, Pseudonym reviewer) {
    if (!row.waitsFor(reviewer)) {
      return Outcome.rejected(
          Code.WRONG_STATE, "The correction does not wait for your answer any longer.");
    }
    return Outcome.accepted(
        call.body().path("assents").asBoolean()
            ? row.assented(reviewer, call.now(), Clocks.day(call.now()))
            : row.declined(call.now()));
  }

  private Outcome<Response> written(
      Call call, CaseHead head, CaseCorrections before, CorrectionRow after) {
    boolean assents = call.body().path("assents").asBoolean();
    var event =
        Corrections.event(
            before,
            after,
            call.caller().actor(),
            assents ? "CORRECTION_ASSENTED" : "CORRECTION_DECLINED");
    if (table.commit(Corrections.writes(head, before, after, event)) == Commit.REFUSED) {
      return Outcome.rejected(
          Code.VERSION_CHANGED, "Somebody wrote to the case at the same moment. Read it again.");
    }
    var body =
        Json.object()
            .put("caseNumber", head.caseNumber().value())
            .put("number", after.number())
            .put("state", after.state().name())
            .put("assent", true);
    String tag = head.etag() + "." + (before.version() + 1);
    return Outcome.accepted(Response.json(OK, body).with("etag", EntityTags.quoted(tag)));
  }
}
