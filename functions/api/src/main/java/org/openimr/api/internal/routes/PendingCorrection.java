package org.openimr.api.internal.routes;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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
 * What becomes of a correction that reviewers are asked about. {@code PUT
 * /cases/{caseNumber}/corrections/{number}/assent}: one who has decided the case says whether it
 * leaves decision and reasons as they are. {@code DELETE /cases/{caseNumber}/corrections/{number}}:
 * staff takes the request back; its row stays, as nothing is ever removed.
 */
final class PendingCorrection {
  private static final int OK = 200;

  private final Table table;
  private final Cases cases;
  private final Corrections corrections;

  PendingCorrection(Table table, Cases cases, Corrections corrections) {
    this.table = table;
    this.cases = cases;
    this.corrections = corrections;
  }

  /** A correction in its next state, and the kind of the event. */
  private record Change(CorrectionRow after, String kind) {}

  Outcome<Response> assent(Call call) {
    var reviewer = Pseudonym.of(call.caller().subject());
    boolean assents = call.body().path("assents").asBoolean();
    return change(
        call,
        row -> reviewer.filter(row.asked()::contains).isPresent(),
        row -> reviewer.filter(row::waitsFor).isPresent(),
        row ->
            assents
                ? new Change(
                    row.assented(reviewer.orElseThrow(), call.now(), Clocks.day(call.now())),
                    "CORRECTION_ASSENTED")
                : new Change(row.declined(call.now()), "CORRECTION_DECLINED"));
  }

  Outcome<Response> withdraw(Call call) {
    return change(
        call,
        _ -> true,
        CorrectionRow::waits,
        row -> new Change(row.withdrawn(call.now()), "CORRECTION_WITHDRAWN"));
  }

  private Outcome<Response> change(
      Call call,
      Predicate<CorrectionRow> concerns,
      Predicate<CorrectionRow> waits,
      Function<CorrectionRow, Change> change) {
    var number = call.theCase().caseNumber();
    var all = corrections.of(number);
    Optional<CaseHead> head = cases.head(number).filter(now -> now.state() == CaseState.ISSUED);
    var row = all.of(call.parameters().whole("number")).filter(concerns);
    if (head.isEmpty() || row.isEmpty()) {
      return Outcome.rejected(
          Code.CORRECTION_NOT_FOUND, "There is no correction of this number that you may change.");
    }
    return Preconditions.matched(call, CorrectionForm.tag(head.get().etag(), all))
        .then(
            _ ->
                row.filter(waits).isPresent()
                    ? written(call, head.get(), all, change.apply(row.get()))
                    : Outcome.rejected(
                        Code.WRONG_STATE,
                        "The correction does not wait for an answer any longer."));
  }

  private Outcome<Response> written(
      Call call, CaseHead head, CaseCorrections before, Change change) {
    var after = change.after();
    var event = Corrections.event(before, after, call.caller().actor(), change.kind());
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
