package org.openimr.letter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The letter's own sentences can be read after ten years of school (Labor Code 4610.6(d)(1)). */
class PlainLanguageTest {
  private static final double SCHOOL_YEARS = 10.0;
  private static final Pattern SYLLABLE = Pattern.compile("[aeiouy]+");

  @Test
  void isWrittenInPlainWords() throws IOException {
    String text = ownSentences();
    double grade = grade(text);
    assertTrue(grade <= SCHOOL_YEARS, () -> "Flesch-Kincaid grade " + grade);
  }

  private static String ownSentences() throws IOException {
    var words = new Properties();
    try (var in = Objects.requireNonNull(Letter.class.getResourceAsStream("words.properties"));
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return new TreeMap<>(words)
        .values().stream()
            .map(value -> value.toString().replace("''", "'"))
            .filter(value -> value.endsWith(".") && value.indexOf(' ') > 0)
            .collect(Collectors.joining(" "));
  }

  /** 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and others, 1975). */
  private static double grade(String text) {
    long sentences = Arrays.stream(text.split("[.:;?!]\\s")).count();
    String[] words = text.split("[^A-Za-z']+");
    long syllables = Arrays.stream(words).mapToLong(PlainLanguageTest::syllables).sum();
    return 0.39 * words.length / sentences + 11.8 * syllables / words.length - 15.59;
  }

  private static long syllables(String word) {
    String spoken = word.toLowerCase(Locale.ROOT).replaceAll("(?<=[a-z]{2})e[ds]?$", "");
    return Math.max(1, SYLLABLE.matcher(spoken).results().count());
  }
}
