package org.openimr.reading.internal.treatment;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openimr.reading.internal.flow.DataFile;
import org.openimr.reading.internal.flow.Numbers;

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

  private final Map<String, Pattern> patterns = new HashMap<>();

  WordingPatterns() {
    for (Map.Entry<String, JsonNode> entry :
        DataFile.read("treatment/quantities.json").path("patterns").properties()) {
      String regex = entry.getValue().asText().replace("{n}", Numbers.PATTERN).replace("{r}", RANGE);
      patterns.put(entry.getKey(), Pattern.compile(regex));
    }
  }

  private Matcher matcher(String name, String text) {
    return Objects.requireNonNull(patterns.get(name), name).matcher(text);
  }

  boolean has(String name, String text) {
    return matcher(name, text).find();
  }

  /** The first group that took part in the first match. */
  Optional<String> text(String name, String text) {
    Matcher match = matcher(name, text);
    if (!match.find()) {
      return Optional.empty();
    }
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
    Matcher match = matcher(name, text);
    while (match.find()) {
      Optional<Range> range = range(match, 1);
      if (range.isPresent()) {
        return range;
      }
    }
    return Optional.empty();
  }

  Matcher match(String name, String text) {
    return matcher(name, text);
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
    return matcher(name, text).replaceAll(" ");
  }
}
