package org.openimr.procedure;

import java.time.LocalDate;

/**
 * Whether service of the utilization review decision by mail makes the time to apply longer (CCP
 * 1013). Practice has gone both ways (domain brief, part 1.3), so it is chosen and not assumed.
 */
public enum FilingPolicy {
  /** Five days more where the decision was served by mail in California. */
  MAIL_PLUS_5,
  /** The same time whichever way it was served. */
  SERVICE_DAY_ONLY;

  /**
   * The last day to apply.
   *
   * @param limit {@link ClockName#FILING}, or the one of a formulary drug
   */
  public Due deadline(Clocks clocks, ClockName limit, LocalDate served, boolean byMail) {
    return switch (this) {
      case MAIL_PLUS_5 ->
          byMail
              ? clocks.extended(limit, ClockName.MAIL_EXTENSION, served)
              : clocks.from(limit, served);
      case SERVICE_DAY_ONLY -> clocks.from(limit, served);
    };
  }
}
