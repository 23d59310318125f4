package org.openimr.records;

/** What must hold of a row for a write to take place. */
public sealed interface Condition {
  /** Nothing is asked. */
  record Always() implements Condition {}

  /** There is no row of that key. */
  record Absent() implements Condition {}

  /** The row is there and the attribute has this value. */
  record AttributeIs(String attribute, Value value) implements Condition {}
}
