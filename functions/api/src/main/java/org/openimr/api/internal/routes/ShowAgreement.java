package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Outcome;
import org.openimr.records.Adoptions;
import org.openimr.reviewers.ProposalAgreement;
import org.openimr.reviewers.ProposalAgreement.Group;

/**
 * {@code GET /analysis/agreement}: what reviewers adopted against what was proposed. Counts only:
 * nothing of a case or a person.
 */
public final class ShowAgreement implements Endpoint {
  private static final int OK = 200;

  /** Of each shard; a request has seconds. */
  private static final int MOST_CASES = 10_000;

  private final Adoptions adoptions;

  /** The adoptions of these records. */
  ShowAgreement(Adoptions adoptions) {
    this.adoptions = adoptions;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    var found = adoptions.all(MOST_CASES);
    var agreement = ProposalAgreement.of(found.items());
    var body = Json.object().put("cases", found.cases()).put("complete", found.complete());
    body.set("whole", group(agreement.whole()));
    body.set("byTopic", groups(agreement.byTopic()));
    body.set("byCategory", groups(agreement.byCategory()));
    return Outcome.accepted(Response.json(OK, body));
  }

  private static ArrayNode groups(List<Group> groups) {
    return groups.stream().map(ShowAgreement::group).collect(Json.list());
  }

  private static ObjectNode group(Group group) {
    var body =
        Json.object()
            .put("name", group.name())
            .put("items", group.items())
            .put("agree", group.agree())
            .put("overridden", group.overridden());
    body.set(
        "outcomes",
        group.outcomes().stream()
            .map(
                outcome ->
                    Json.object()
                        .put("proposed", outcome.proposed().name())
                        .put("adopted", outcome.adopted().name())
                        .put("items", outcome.items()))
            .map(JsonNode.class::cast)
            .collect(Json.list()));
    return body;
  }
}
