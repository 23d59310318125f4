package org.openimr.records.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.Value;

/** Writes and reads the attributes of a row, one kind at a time. */
public final class Attributes {
  private final Map<String, Value> values = new HashMap<>();

  /** Sets a text. */
  public Attributes text(String name, Object value) {
    values.put(name, new Value.Text(value.toString()));
    return this;
  }

  /** Sets a text where there is one. */
  public Attributes text(String name, Optional<?> value) {
    value.filter(text -> !text.toString().isEmpty()).ifPresent(text -> text(name, text));
    return this;
  }

  /** Sets a whole number. */
  public Attributes whole(String name, long value) {
    values.put(name, new Value.Whole(value));
    return this;
  }

  /** Sets texts. */
  public Attributes texts(String name, List<String> texts) {
    values.put(name, new Value.Texts(texts));
    return this;
  }

  /** The row. */
  public Row row(Key key) {
    return Row.of(key, values);
  }

  /** A text that is always there. */
  public static String text(Row row, String name) {
    return found(row, name, Function.identity()).orElseThrow(() -> missing(name));
  }

  /** A text that may be there, in its own form. */
  public static <T> Optional<T> found(Row row, String name, Function<String, T> form) {
    return switch (row.attributes().get(name)) {
      case null -> Optional.empty();
      case Value.Text(String text) -> Optional.of(form.apply(text));
      case Value.Whole _, Value.Texts _ -> throw new IllegalStateException(name + " is no text");
    };
  }

  /** A whole number that is always there. */
  public static long whole(Row row, String name) {
    return switch (row.attributes().get(name)) {
      case null -> throw missing(name);
      case Value.Whole(long value) -> value;
      case Value.Text _, Value.Texts _ ->
          throw new IllegalStateException(name + " is no whole number");
    };
  }

  /** Texts; none where the attribute is missing. */
  public static List<String> texts(Row row, String name) {
    return switch (row.attributes().get(name)) {
      case null -> List.of();
      case Value.Texts(List<String> texts) -> texts;
      case Value.Text _, Value.Whole _ -> throw new IllegalStateException(name + " are no texts");
    };
  }

  /** A time that is always there. */
  public static Instant time(Row row, String name) {
    return Instant.parse(text(row, name));
  }

  /** A date that may be there. */
  public static Optional<LocalDate> date(Row row, String name) {
    return found(row, name, LocalDate::parse);
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException("a row lacks " + name);
  }
}
