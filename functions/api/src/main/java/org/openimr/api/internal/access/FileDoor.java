package org.openimr.api.internal.access;

import org.openimr.records.CaseHead;

/** Whether a reviewer may see the file of a case that is assigned to the reviewer. */
@FunctionalInterface
public interface FileDoor {
  /** Whether the reviewer has attested for each party that the case's revision names. */
  boolean opens(CaseHead head, String pseudonym);
}
