package org.openimr.records;

import java.util.List;
import org.openimr.procedure.EligibilityRule;

/**
 * What a revision was found to have and to lack, as a case's head points at it.
 *
 * @param hash of the body, a {@link org.openimr.procedure.Screening}
 * @param flags rules of eligibility that staff looks into
 */
public record ScreeningPointer(String hash, List<EligibilityRule> flags) {
  /** Copies the list. */
  public ScreeningPointer {
    flags = List.copyOf(flags);
  }
}
