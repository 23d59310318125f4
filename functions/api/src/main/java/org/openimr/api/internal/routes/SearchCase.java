package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.openimr.api.internal.http.Json;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Outcome;

/**
 * {@code POST /cases/{caseNumber}/search}. The event says that somebody searched and not for what:
 * words are health information.
 */
public final class SearchCase implements Endpoint {
  private static final int OK = 200;
  private static final int LIMIT = 100;

  private final RecentBodies bodies;
  private final Audit audit;
  private final Once once;

  /** Searches in these bodies. */
  public SearchCase(RecentBodies bodies, Audit audit, Once once) {
    this.bodies = bodies;
    this.audit = audit;
    this.once = once;
  }

  @Override
  public Outcome<Response> answer(Call call) {
    var searched = new Once.Work("search", List.of());
    return once.run(
        call,
        () -> Outcome.accepted(searched),
        _ -> {
          // A repeat shows the hits again, which is another reading.
          audit.read(call, "SEARCHED", "search");
          return Outcome.accepted(hits(call));
        });
  }

  private Response hits(Call call) {
    List<String> words =
        StreamSupport.stream(call.body().path("words").spliterator(), false)
            .map(JsonNode::asText)
            .distinct()
            .toList();
    int limit = call.body().path("limit").asInt(LIMIT);
    var documents =
        call.theCase().head().map(bodies::file).map(CaseFile::documents).orElse(List.of());
    var hits = WordSearch.find(documents, words, limit + 1);
    var answer = Json.object();
    answer.set("hits", hits.stream().limit(limit).map(SearchCase::hit).collect(Json.list()));
    return Response.json(OK, answer.put("more", hits.size() > limit));
  }

  private static JsonNode hit(WordSearch.Hit hit) {
    var anchor = hit.anchor();
    var found = Json.object();
    anchor.confidence().ifPresent(sure -> found.put("confidence", sure));
    return found
        .put("document", anchor.document())
        .put("page", anchor.page())
        .put("line", anchor.line())
        .put("start", anchor.start())
        .put("end", anchor.end())
        .put("quote", anchor.quote())
        .put("words", hit.words());
  }
}
