package org.openimr.api.internal.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;

/** Problem documents (RFC 9457) for what the API refuses: status and title stand in a table. */
public final class Problems {
  /** In seconds, what a caller is asked to wait where a service does not answer. */
  private static final String RETRY_AFTER = "5";

  private static final int UNAUTHORIZED = 401;

  private final Map<Code, Kind> kinds = new EnumMap<>(Code.class);

  private record Kind(int status, String title) {}

  /** The problems of {@code problems.txt}. */
  public Problems() {
    for (var row : TextTable.rows("/org/openimr/api/problems.txt")) {
      String[] cells = row.split("\\s+", 3);
      kinds.put(Code.valueOf(cells[0]), new Kind(Integer.parseInt(cells[1]), cells[2]));
    }
  }

  /** The answer that says why a request was refused. */
  public Response answer(Rejection why, String requestId) {
    Kind kind =
        Optional.ofNullable(kinds.get(why.code()))
            .orElseThrow(() -> new IllegalStateException("no status for " + why.code()));
    var problem =
        Json.object()
            .put("type", "urn:openimr:problem:" + why.code())
            .put("title", kind.title())
            .put("status", kind.status())
            .put("detail", why.detail())
            .put("code", why.code().name())
            .put("instance", "urn:openimr:request:" + requestId);
    var answer = Response.of(kind.status(), "application/problem+json", Json.bytes(problem));
    if (kind.status() == UNAUTHORIZED) {
      return answer.with(
          "www-authenticate",
          why.code() == Code.NO_TOKEN ? "Bearer" : "Bearer error=\"invalid_token\"");
    }
    return why.code() == Code.SERVICE_UNAVAILABLE
        ? answer.with("retry-after", RETRY_AFTER)
        : answer;
  }
}
