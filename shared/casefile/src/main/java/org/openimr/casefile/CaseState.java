package org.openimr.casefile;

/** Where a case stands (design section 2). */
public enum CaseState {
  /** Something that a determination needs is not there yet. */
  PENDING_RECORDS,
  PARSED,
  EVALUATED,
  PROPOSED,
  ADOPTED,
  ISSUED,
  INELIGIBLE,
  DEFERRED,
  WITHDRAWN,
  TERMINATED,
  FAILED;

  /** Whether new papers no longer start a revision. */
  public boolean settled() {
    return switch (this) {
      case ADOPTED, ISSUED, INELIGIBLE, DEFERRED, WITHDRAWN, TERMINATED -> true;
      case PENDING_RECORDS, PARSED, EVALUATED, PROPOSED, FAILED -> false;
    };
  }
}
