package org.openimr.api.internal.routes;

import java.util.Arrays;
import java.util.function.Supplier;
import org.openimr.api.internal.http.Request;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;

/** Conditional requests (RFC 9110, section 13). */
final class EntityTags {
  private static final int NOT_MODIFIED = 304;

  private EntityTags() {}

  /** Whether the caller says that it has what would be sent. */
  static boolean has(Request request, String tag) {
    return request
        .header("if-none-match")
        .filter(
            given ->
                given.strip().equals("*")
                    || Arrays.stream(given.split(",", -1))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(quoted(tag)::equals))
        .isPresent();
  }

  /**
   * Refuses a change that was made for another version. A weak tag fits none (section 13.1.1), and
   * neither does {@code *}: whoever changes a case or an entry has read what is changed.
   */
  static <T> Outcome<T> ifMatch(Call call, String tag, Supplier<Outcome<T>> change) {
    boolean fits =
        call.request()
            .header("if-match")
            .filter(
                given ->
                    Arrays.stream(given.split(",", -1))
                        .map(String::strip)
                        .anyMatch(quoted(tag)::equals))
            .isPresent();
    return fits
        ? change.get()
        : Outcome.rejected(
            Code.VERSION_CHANGED,
            "It was changed since you saw it. Read it again, look at what is new, and repeat with"
                + " its ETag.");
  }

  static Response unchanged(String tag) {
    return Response.empty(NOT_MODIFIED).with("etag", quoted(tag));
  }

  static String quoted(String tag) {
    return '"' + tag + '"';
  }
}
