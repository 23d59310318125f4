package org.openimr.casefile;

/** How a criterion of a guideline came out on the facts of an item (design section 3.2). */
public enum CriterionResult {
  MET,
  /** A fact contradicts it. */
  NOT_MET,
  /** No fact of this item bears on it, and every page was readable. */
  NOT_DOCUMENTED,
  /** No fact of this item bears on it, and some pages were not readable. */
  NOT_READABLE,
  NOT_APPLICABLE
}
