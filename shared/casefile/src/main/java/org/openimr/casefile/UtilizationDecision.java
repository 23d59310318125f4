package org.openimr.casefile;

/** What utilization review decided on an item; {@code DELAYED} occurs in files before 2018 only. */
public enum UtilizationDecision {
  DENIED,
  MODIFIED,
  DELAYED,
  /** Conditionally non-certified: denied because requested information never came. */
  CONDITIONAL,
  DEFERRED,
  APPROVED
}
