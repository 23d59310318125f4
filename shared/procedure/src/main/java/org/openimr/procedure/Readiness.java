package org.openimr.procedure;

import java.util.List;

/** Whether a case file can be evaluated. */
public sealed interface Readiness {
  /** What is missing, in the order of {@link Missing}; may be empty. */
  List<Missing> missing();

  /**
   * It can.
   *
   * @param missing what is missing and does not stop
   */
  record Ready(List<Missing> missing) implements Readiness {
    /** Copies the list. */
    public Ready {
      missing = List.copyOf(missing);
    }
  }

  /** It cannot. */
  record NeedsRecords(List<Missing> missing) implements Readiness {
    /** Copies the list. */
    public NeedsRecords {
      missing = List.copyOf(missing);
    }
  }
}
