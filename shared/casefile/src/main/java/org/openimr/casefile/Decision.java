package org.openimr.casefile;

/** What a determination says of an item; the words are about the utilization review decision. */
public enum Decision {
  /** The utilization review decision stands: not medically necessary as requested. */
  UPHELD,
  /** Medically necessary. */
  OVERTURNED,
  /** The physician decides, with the evidence laid out. */
  UNDETERMINED
}
