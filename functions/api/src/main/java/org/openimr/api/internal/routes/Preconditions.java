package org.openimr.api.internal.routes;

import org.openimr.casefile.Outcome;
import org.openimr.records.CaseHead;

/** {@code If-Match} (RFC 9110, section 13.1.1): a change is of the case as its caller read it. */
final class Preconditions {
  private Preconditions() {}

  /** The head itself, if the caller names its entity tag. */
  static Outcome<CaseHead> matched(Call call, CaseHead head) {
    return EntityTags.ifMatch(call, head.etag(), () -> Outcome.accepted(head));
  }

  /** The entity tag itself, without quotes, if the caller names it. */
  static Outcome<String> matched(Call call, String tag) {
    return EntityTags.ifMatch(call, tag, () -> Outcome.accepted(tag));
  }
}
