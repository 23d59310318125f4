package org.openimr.records;

/** What the schedule marks of a clock, each once; the names stand in records and events. */
public enum DueMark {
  /** Its end is near, by the warning of its row. */
  DUE_SOON,
  /** Its end is past. */
  OVERDUE
}
