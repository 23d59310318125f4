package org.openimr.records;

/** What became of a transaction. */
public enum Commit {
  /** All of it is written. */
  DONE,
  /** A condition did not hold, or another transaction was at the same rows: none is written. */
  REFUSED
}
