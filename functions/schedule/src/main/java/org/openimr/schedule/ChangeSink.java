package org.openimr.schedule;

import java.util.List;
import java.util.Set;

/** Where changes of cases are told. */
@FunctionalInterface
public interface ChangeSink {
  /** The most that are told at once: what EventBridge's {@code PutEvents} takes. */
  int MOST = 10;

  /**
   * Tells of changes.
   *
   * @param changes 1 to {@link #MOST}
   * @return the ids of those that were taken; the others are told again
   * @throws org.openimr.records.CloudFault if it is not known what was taken
   */
  Set<String> tell(List<CaseChange> changes);
}
