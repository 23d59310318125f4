package org.openimr.records;

import java.time.Instant;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;

/**
 * Something that happened in a case: the audit trail.
 *
 * @param id unique in its case at its time
 * @param actor the function or person that did it
 * @param kind such as {@code REVISION_CUT}
 * @param state the case's state from then on
 * @param cause what led to it: an upload's id, a code, or the step's name
 */
public record CaseEvent(
    CaseNumber caseNumber,
    Instant time,
    String id,
    String actor,
    String kind,
    int revision,
    CaseState state,
    String cause) {
  /** A further event of the same write: what it led to, beside the new state. */
  public static CaseEvent beside(CaseHead head, String actor, String kind, String cause) {
    return new CaseEvent(
        head.caseNumber(),
        head.touchedAt(),
        head.etag() + "-" + kind,
        actor,
        kind,
        head.revision(),
        head.state(),
        cause);
  }

  /** The event of a head's new state. */
  public static CaseEvent of(CaseHead head, String actor, String kind, String cause) {
    return new CaseEvent(
        head.caseNumber(),
        head.touchedAt(),
        head.etag(),
        actor,
        kind,
        head.revision(),
        head.state(),
        cause);
  }
}
