package org.openimr.procedure;

import java.util.List;

/**
 * What the papers of a case show of one rule of eligibility. It closes nothing: staff decides.
 *
 * @param reason what was found, for staff: dates and numbers of items, no names
 * @param items numbers of the items that it is about, from 1; empty where it is about the case
 */
public record EligibilityFinding(
    EligibilityRule rule, Standing standing, String reason, List<Integer> items) {
  /** Copies the list. */
  public EligibilityFinding {
    items = List.copyOf(items);
  }

  /** How sure it is. */
  public enum Standing {
    /** The papers show it. */
    FOUND,
    /** The papers allow it, and something that would tell is unknown. */
    POSSIBLE,
    /** The case is deferred by it, and goes on when the claims administrator says otherwise. */
    DEFERS
  }
}
