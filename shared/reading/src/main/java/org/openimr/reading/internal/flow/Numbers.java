package org.openimr.reading.internal.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers as clinical papers write them, in figures or in words. */
public final class Numbers {
  private static final List<String> WORDS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");

  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70,
          "eighty", 80, "ninety", 90);

  /** A pattern of one number, in figures or in words, as its one group. */
  public static final String PATTERN =
      "(\\d+(?:,\\d{3})*(?:\\.\\d+)?|"
          + String.join("|", WORDS.reversed())
          + "|thirty|forty|fifty|sixty|seventy|eighty|ninety"
          + "|once|twice|an?|half)";

  private Numbers() {}

  /** The number that a word or figures say. */
  public static Optional<BigDecimal> read(String text) {
    return switch (text) {
      case "once", "a", "an" -> Optional.of(BigDecimal.ONE);
      case "twice" -> Optional.of(BigDecimal.TWO);
      case "half" -> Optional.of(new BigDecimal("0.5"));
      default -> compound(text).or(() -> figures(text));
    };
  }

  /** "sixty-eight". */
  private static Optional<BigDecimal> compound(String text) {
    int hyphen = Math.max(text.indexOf('-'), text.indexOf(' '));
    int tens = hyphen < 0 ? 0 : TENS.getOrDefault(text.substring(0, hyphen), 0);
    int ones = tens == 0 ? 0 : WORDS.indexOf(text.substring(hyphen + 1));
    return ones > 0 && ones < 10 ? Optional.of(BigDecimal.valueOf(tens + ones)) : Optional.empty();
  }

  private static Optional<BigDecimal> figures(String text) {
    int word = TENS.getOrDefault(text, WORDS.indexOf(text));
    if (word >= 0) {
      return Optional.of(BigDecimal.valueOf(word));
    }
    String bare = text.replace(",", "");
    boolean number =
        !bare.isEmpty()
            && bare.length() <= 12
            && bare.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    return number
            && bare.indexOf('.') == bare.lastIndexOf('.')
            && !bare.endsWith(".")
            && !bare.startsWith(".")
        ? Optional.of(plain(new BigDecimal(bare)))
        : Optional.empty();
  }

  /** Without zeros at the end that say nothing, so that equal amounts are equal. */
  public static BigDecimal plain(BigDecimal amount) {
    BigDecimal bare = amount.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
