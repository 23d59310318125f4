package org.openimr.reading.internal.treatment;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openimr.reading.internal.flow.DataFile;
import org.openimr.reading.internal.flow.Numbers;
import org.openimr.reading.internal.flow.Wording;

/** The patterns of an item's wording, by name. Immutable, safe for threads. */
final class WordingPatterns {
  /** A number or a range of two. */
  record Range(BigDecimal least, BigDecimal most) {
    Range times(Range other) {
      return new Range(
          Numbers.plain(least.multiply(other.least)), Numbers.plain(most.multiply(other.most)));
    }

    boolean fixed() {
      return least.compareTo(most) == 0;
    }
  }

  private static final String RANGE =
      Numbers.PATTERN + "(?: ?-? ?(?:to|-) ?" + Numbers.PATTERN + ")?";

  private final Map<String, Wording> patterns = new HashMap<>();

  WordingPatterns() {
    for (Map.Entry<String, JsonNode> entry :
        DataFile.read("treatment/quantities.json").path("patterns").properties()) {
      String regex =
          entry.getValue().asText().replace("{n}", Numbers.PATTERN).replace("{r}", RANGE);
      patterns.put(entry.getKey(), new Wording(regex));
    }
  }

  private Wording named(String name) {
    return Objects.requireNonNull(patterns.get(name), name);
  }

  boolean has(String name, String text) {
    return named(name).isIn(text);
  }

  /** A matcher that stands at its first match. */
  Optional<Matcher> first(String name, String text) {
    return named(name).first(text);
  }

  /** The first group that took part in the first match. */
  Optional<String> text(String name, String text) {
    Optional<Matcher> first = first(name, text);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Matcher match = first.get();
    for (int group = 1; group <= match.groupCount(); group++) {
      String found = match.group(group);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  Optional<BigDecimal> number(String name, String text) {
    return text(name, text).flatMap(Numbers::read);
  }

  Optional<Range> range(String name, String text) {
    Optional<Matcher> first = first(name, text);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Matcher match = first.get();
    Optional<Range> range = range(match, 1);
    while (range.isEmpty() && match.find()) {
      range = range(match, 1);
    }
    return range;
  }

  static Optional<Range> range(Matcher match, int group) {
    String first = match.group(group);
    if (first == null) {
      return Optional.empty();
    }
    String second = match.group(group + 1);
    Optional<BigDecimal> least = Numbers.read(first);
    Optional<BigDecimal> most = second == null ? least : Numbers.read(second);
    return least.flatMap(l -> most.map(m -> new Range(l.min(m), l.max(m))));
  }

  String without(String name, String text) {
    return named(name).replaced(text, " ");
  }
}
