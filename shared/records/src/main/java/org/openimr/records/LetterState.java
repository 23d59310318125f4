package org.openimr.records;

/** How far a published determination has come. */
public enum LetterState {
  /** It is kept, and how its criteria come out is not found yet. */
  KEPT,
  /** Its items can be compared with. */
  EVALUATED,
  /** Its items could not be evaluated; the letter itself is kept. */
  FAILED
}
