package org.openimr.api.internal.routes;

import java.util.Arrays;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.records.CaseHead;

/** {@code If-Match} (RFC 9110, section 13.1.1): a change is of the case as its caller read it. */
final class Preconditions {
  private Preconditions() {}

  /** The head itself, if the caller names its entity tag; {@code *} names no version and fails. */
  static Outcome<CaseHead> matched(Call call, CaseHead head) {
    return matched(call, head.etag()).then(_ -> Outcome.accepted(head));
  }

  /** The entity tag itself, without quotes, if the caller names it. */
  static Outcome<String> matched(Call call, String tag) {
    String given = call.parameters().text("If-Match").orElseThrow();
    boolean same =
        Arrays.stream(given.split(",", -1))
            .map(String::strip)
            .anyMatch(EntityTags.quoted(tag)::equals);
    return same
        ? Outcome.accepted(tag)
        : Outcome.rejected(
            Code.VERSION_CHANGED,
            "The case has been written since. Read it again, look at what is new, and repeat with"
                + " its ETag.");
  }
}
