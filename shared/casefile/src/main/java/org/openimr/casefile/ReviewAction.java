package org.openimr.casefile;

/** What a reviewer does with a proposed decision. */
public enum ReviewAction {
  /** Takes decision and reasons over as proposed. */
  ADOPT,
  /** Puts own decision and reasons in their place. */
  OVERRIDE
}
