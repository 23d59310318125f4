package org.openimr.guidelines.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences of a rule with places for this worker's values, such as {@code {painWithMeds}}. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z.]+)\\}");

  private Template() {}

  /** The first sentence all of whose places have a value. */
  static Optional<String> fill(List<String> templates, Values values) {
    for (String template : templates) {
      Optional<String> filled = filled(template, values);
      if (filled.isPresent()) {
        return filled;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> filled(String template, Values values) {
    if (template.indexOf('{') < 0) {
      return Optional.of(template);
    }
    var filled = new StringBuilder();
    Matcher place = PLACE.matcher(template);
    while (place.find()) {
      var value = values.find(place.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      place.appendReplacement(filled, Matcher.quoteReplacement(words(value.get())));
    }
    place.appendTail(filled);
    return Optional.of(filled.toString());
  }

  private static String words(Object value) {
    return switch (value) {
      case Double number -> number(number);
      case Boolean truth -> truth ? "yes" : "no";
      default -> value.toString();
    };
  }

  /** At most one decimal, and none where it is zero. */
  static String number(double number) {
    return BigDecimal.valueOf(number)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
