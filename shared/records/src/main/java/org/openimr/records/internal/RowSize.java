package org.openimr.records.internal;

import java.nio.charset.StandardCharsets;
import org.openimr.records.Row;
import org.openimr.records.Value;

/** Keeps rows under 32 KB: what is longer belongs into a body. */
public final class RowSize {
  /** In bytes (design section 2). */
  public static final int LIMIT = 32 * 1024;

  private static final int NUMBER = 21;

  private RowSize() {}

  /**
   * The row itself.
   *
   * @throws IllegalStateException if it is over the limit; the message names the kind of row
   */
  public static Row checked(Row row) {
    if (bytes(row) >= LIMIT) {
      String sort = row.key().sort();
      int end = sort.indexOf('#');
      throw new IllegalStateException(
          "row too large: " + (end < 0 ? sort : sort.substring(0, end)));
    }
    return row;
  }

  /** Size as DynamoDB counts it: names and values in UTF-8. */
  public static int bytes(Row row) {
    int sum = length(row.key().partition()) + length(row.key().sort()) + 4;
    for (var attribute : row.attributes().entrySet()) {
      sum += length(attribute.getKey()) + bytes(attribute.getValue());
    }
    return sum;
  }

  private static int bytes(Value value) {
    return switch (value) {
      case Value.Text(String text) -> length(text);
      case Value.Whole _ -> NUMBER;
      case Value.Texts(var texts) -> 3 + texts.stream().mapToInt(text -> 1 + length(text)).sum();
    };
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
