package org.openimr.procedure;

import java.util.Optional;
import org.openimr.casefile.Physician;
import org.openimr.procedure.internal.Requesters;

/**
 * How who made one request stands to who made another. A refusal of utilization review binds for
 * twelve months the physician who asked and the members of that physician's practice group (Labor
 * Code 4610(k)).
 */
public enum RequesterTie {
  /** One physician, or two of one practice. */
  SAME,

  /** Two physicians of two practices. */
  OTHER,

  /** The papers do not show it: one is not named, or a practice of two physicians is not. */
  OPEN;

  /**
   * The tie of two requests, by the names that their papers give. Names count as alike in any
   * order, with initials and with one letter wrong; a practice that shares some words with another
   * is neither the same nor another.
   */
  public static RequesterTie of(Optional<Physician> one, Optional<Physician> other) {
    return Requesters.tie(one, other);
  }
}
