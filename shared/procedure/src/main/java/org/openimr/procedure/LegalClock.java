package org.openimr.procedure;

import java.time.Duration;

/**
 * A time limit of the procedure: a row of {@code clocks.txt}.
 *
 * @param length in its unit
 * @param warning how long before its end it counts as coming due
 * @param source statute or regulation
 * @param verified whether length, unit and source were held against a source that was read
 */
public record LegalClock(
    ClockName name,
    Trigger trigger,
    int length,
    Unit unit,
    LastDay lastDay,
    Duration warning,
    String source,
    boolean verified) {
  /** The event that a clock starts with; day 1 is the day after it. */
  public enum Trigger {
    REQUEST_MADE,
    REQUEST_RECEIVED,
    UR_DECISION_SERVED,
    LIABILITY_RESOLVED,
    INFORMATION_ASKED,
    FOUND_ELIGIBLE,
    ASSIGNED,
    NOTICE_MAILED,
    NOTICE_SENT,
    NOTICE_RECEIVED,
    RECORDS_ASKED,
    RECORDS_COMPLETE,
    DETERMINATION_DUE,
    DETERMINATION_RECEIVED,
    DETERMINATION_SERVED
  }

  /** What a clock counts. */
  public enum Unit {
    /** Elapsed time. */
    HOURS,
    /** Calendar days. */
    DAYS,
    /** Days of the regulations that are no Saturday, Sunday or holiday. */
    BUSINESS,
    /** Days of the statute that are no Saturday, Sunday or holiday. */
    WORKING,
    /** Calendar months; the last day of a shorter month stands for one that it lacks. */
    MONTHS
  }

  /** What becomes of a last day that is a Saturday, Sunday or holiday. */
  public enum LastDay {
    STANDS,
    /** Moves to the next day that is none (CCP 12a). */
    NEXT_WORKING_DAY
  }
}
