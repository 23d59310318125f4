package org.openimr.casefile;

/** What a physician must look at before adopting an item (domain brief, part 5.0). */
public enum Flag {
  /** No guideline topic reaches the item. */
  NO_TABLE,
  /** The guideline asks for a physician's judgment. */
  REVIEW,
  /** The record shows a danger to the worker. */
  SAFETY,
  /** Two editions of the guideline would decide differently. */
  EDITION_CONFLICT,
  /** The topic's rule has not been checked by a physician against the original guideline. */
  UNCHECKED_RULE,
  /** The record contradicts itself on a fact that decides. */
  CONFLICTING_RECORDS,
  /** Utilization review refused the same treatment within twelve months before. */
  EARLIER_DENIAL
}
