package org.openimr.api.internal.access;

import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.records.CaseHead;
import org.openimr.records.Ownership;

/**
 * A case that the caller may see.
 *
 * @param ownership empty while nobody has said whose it is
 * @param head empty while it has no revision
 * @param draft whether the caller sees what is not issued yet
 */
public record CaseView(
    CaseNumber caseNumber, Optional<Ownership> ownership, Optional<CaseHead> head, boolean draft) {
  /** Its state; without a revision it waits for records. */
  public CaseState state() {
    return head.map(CaseHead::state).orElse(CaseState.PENDING_RECORDS);
  }

  /** Its revision, 0 where it has none. */
  public int revision() {
    return head.map(CaseHead::revision).orElse(0);
  }

  /** Its entity tag, without quotes. */
  public String etag() {
    return head.map(CaseHead::etag).orElseGet(() -> "0." + ownership.orElseThrow().version());
  }

  /** Whether decisions may be shown: to who sees drafts, and to all once they are issued. */
  public boolean showsDecisions() {
    return draft || state() == CaseState.ISSUED;
  }
}
