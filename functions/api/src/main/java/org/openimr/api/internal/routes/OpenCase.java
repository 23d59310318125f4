package org.openimr.api.internal.routes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.api.internal.access.CaseView;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.records.Cases;
import org.openimr.records.Owners;
import org.openimr.records.Ownership;

/** {@code POST /cases}: opens a case, or gives one that came by a file alone its organization. */
public final class OpenCase implements Endpoint {
  private static final int CREATED = 201;

  private final Cases cases;
  private final Owners owners;
  private final Audit audit;
  private final Once once;

  /** Cases of these records. */
  public OpenCase(Cases cases, Owners owners, Audit audit, Once once) {
    this.cases = cases;
    this.owners = owners;
    this.audit = audit;
    this.once = once;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    var number = new CaseNumber(call.body().path("caseNumber").asText());
    String organization = call.body().path("organization").asText();
    return once.run(
        call, () -> work(call, number, organization), _ -> Outcome.accepted(opened(call)));
  }

  private Outcome<Once.Work> work(Call call, CaseNumber number, String organization) {
    var before = owners.find(number);
    if (before.flatMap(Ownership::organization).isPresent()) {
      return Outcome.rejected(Code.CASE_ALREADY_OPEN, "Case " + number + " is open already.");
    }
    var head = cases.head(number);
    var after =
        before
            .map(there -> there.ownedBy(organization))
            .orElseGet(() -> Ownership.opened(number, organization, call.now()));
    var view = new CaseView(number, Optional.of(after), head, true);
    var opened =
        new Call(
            call.request(),
            call.caller(),
            call.reach(),
            call.parameters(),
            Optional.of(view),
            call.body(),
            call.now());
    var writes =
        Stream.concat(
            owners.writes(before, after, head).stream(),
            Stream.of(audit.write(opened, "CASE_OPENED", organization)));
    return Outcome.accepted(new Once.Work(number.value(), List.copyOf(writes.toList())));
  }

  /** A repeat has the same body, so the answer is made of it. */
  private static Response opened(Call call) {
    String number = call.body().path("caseNumber").asText();
    return Response.json(
            CREATED,
            Json.object()
                .put("caseNumber", number)
                .put("organization", call.body().path("organization").asText()))
        .with("location", "/cases/" + number);
  }
}
