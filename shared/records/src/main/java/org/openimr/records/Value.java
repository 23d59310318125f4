package org.openimr.records;

import java.util.List;

/** An attribute of a row: DynamoDB types S, N and L of S. */
public sealed interface Value {
  /** A text, not empty. */
  record Text(String value) implements Value {}

  /** A whole number. */
  record Whole(long value) implements Value {}

  /** Texts in order; may be empty. */
  record Texts(List<String> values) implements Value {
    /** Copies the list. */
    public Texts {
      values = List.copyOf(values);
    }
  }
}
