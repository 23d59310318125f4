package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.Optional;

/** What a reviewer holds and may lose by the passing of a date. */
public sealed interface Credential permits Licence, BoardCertification {
  /** The last day on which it counts; empty where it is for life. */
  Optional<LocalDate> lastDay();

  /** Whether it has not expired on a day. */
  default boolean runsOn(LocalDate day) {
    return lastDay().isEmpty() || !lastDay().get().isBefore(day);
  }
}
