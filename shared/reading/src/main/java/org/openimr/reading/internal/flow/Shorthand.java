package org.openimr.reading.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What doctors write short, written out, so that every wording need be known in one form only. A
 * word that has other meanings is written out only beside what settles it, such as a number.
 * Immutable, safe for threads.
 */
public final class Shorthand {
  private static final int LONGEST = 8;
  private static final String WITH = "w/";

  /** "PT x 6 wks" lasts, "PT x 6" counts. */
  private static final Pattern LASTING =
      Pattern.compile(
          "[x\u00d7] ?(?:\\d+(?: ?- ?\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
              + "[ +-]{0,2}(?:d|days?|wks?|weeks?|mos?|months?|mths?|yrs?|years?)\\b");

  /** "R wrist", not "L 4-5" and not "J.R." */
  private static final Pattern LONE = Pattern.compile("(?:$| (?:[^0-9]|$)|[,;:)>])");

  private static final Pattern NUMBER = Pattern.compile("[ :]{1,3}(?:(?:to|of|is|was) )?\\d");
  private static final Pattern GRADE =
      Pattern.compile("[ :]{1,3}(?:(?:is|was) )?[0-5][+-]? ?/ ?5\\b");

  /** A short form with what it stands for, and the char after it. */
  record Found(int end, String meaning) {}

  /** Words of ASCII begin with one of these chars. */
  private static final int ASCII = 128;

  /**
   * Whether a short form begins with a letter and is so long: hardly any word of a text does, and
   * each is looked at.
   */
  private final boolean[][] known = new boolean[ASCII][LONGEST + 1];

  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> asWritten = new HashMap<>();
  private final Map<String, String> afterNumber = new HashMap<>();
  private final Map<String, String> beforeNumber = new HashMap<>();
  private final Map<String, String> beforeGrade = new HashMap<>();

  private Shorthand() {}

  /** None at all. */
  public static Shorthand none() {
    return new Shorthand();
  }

  /** The short forms of a data file. */
  public static Shorthand read(JsonNode data) {
    var shorthand = new Shorthand();
    fill(shorthand.words, data.path("words"));
    fill(shorthand.asWritten, data.path("asWritten"));
    fill(shorthand.afterNumber, data.path("afterNumber"));
    fill(shorthand.beforeNumber, data.path("beforeNumber"));
    fill(shorthand.beforeGrade, data.path("beforeGrade"));
    shorthand.know(List.of("x", WITH));
    for (var forms :
        List.of(
            shorthand.words,
            shorthand.asWritten,
            shorthand.afterNumber,
            shorthand.beforeNumber,
            shorthand.beforeGrade)) {
      shorthand.know(forms.keySet());
    }
    return shorthand;
  }

  private void know(Collection<String> forms) {
    for (String form : forms) {
      char first = Character.toLowerCase(form.charAt(0));
      if (first < ASCII && form.length() <= LONGEST) {
        known[first][form.length()] = true;
      }
    }
  }

  /** Whether a word may be a short form, or begin with the one for "with". */
  private boolean maybe(String text, int from, int end) {
    char first = Character.toLowerCase(text.charAt(from));
    return first >= ASCII
        || (end - from <= LONGEST && known[first][end - from])
        || text.regionMatches(true, from, WITH, 0, WITH.length());
  }

  private static void fill(Map<String, String> map, JsonNode entries) {
    entries.properties().forEach(e -> map.put(e.getKey(), e.getValue().asText()));
  }

  /**
   * The short form that starts at a place of a line.
   *
   * @param before the char before it, a space at the start of a line
   */
  Optional<Found> at(String text, int from, int to, char before, boolean afterDigit) {
    boolean counted = Character.isDigit(before);
    if (words.isEmpty() || (part(before) && !counted)) {
      return Optional.empty();
    }
    int end = from;
    while (end < to && part(text.charAt(end)) && end - from <= LONGEST) {
      end++;
    }
    if (end == from || (end < to && Character.isDigit(text.charAt(end)) && end - from > 1)) {
      return mark(text, from, to);
    }
    if (!maybe(text, from, end)) {
      return Optional.empty();
    }
    String written = text.substring(from, end);
    String word = written.toLowerCase(Locale.ROOT);
    if (end - from == 1 && !LONE.matcher(text.substring(end, Math.min(to, end + 2))).lookingAt()) {
      return word.equals("x") ? found(end, settled(text, from, end, to, word)) : Optional.empty();
    }
    if (counted || afterDigit) {
      String unit = afterNumber.get(word);
      if (unit != null || counted) {
        return found(end, counted && unit != null ? " " + unit : unit);
      }
    }
    if (word.startsWith(WITH) && word.length() > WITH.length() + 1 && !words.containsKey(word)) {
      return Optional.of(new Found(from + WITH.length(), "with "));
    }
    String meaning = asWritten.getOrDefault(written, words.get(word));
    return found(end, meaning == null ? settled(text, from, end, to, word) : meaning);
  }

  private static Optional<Found> found(int end, @Nullable String meaning) {
    return meaning == null ? Optional.empty() : Optional.of(new Found(end, meaning));
  }

  /** An arrow; a word of its own, also where no space parts it from the next. */
  private Optional<Found> mark(String text, int from, int to) {
    if (text.charAt(from) < ASCII) {
      return Optional.empty();
    }
    String meaning = words.get(text.substring(from, from + 1));
    boolean joined = from + 1 < to && !Character.isWhitespace(text.charAt(from + 1));
    boolean word = meaning != null && Character.isLetter(meaning.charAt(0));
    return found(from + 1, joined && word ? meaning + ' ' : meaning);
  }

  /** What the char after it settles. */
  private @Nullable String settled(String text, int from, int end, int to, String word) {
    if ((word.equals("x") || word.equals("\u00d7"))
        && LASTING
            .matcher(text.substring(from, Math.min(to, from + 30)).toLowerCase(Locale.ROOT))
            .lookingAt()) {
      return "for ";
    }
    String next = text.substring(end, Math.min(to, end + 12));
    if (beforeGrade.containsKey(word) && GRADE.matcher(next).lookingAt()) {
      return beforeGrade.get(word);
    }
    return beforeNumber.containsKey(word) && NUMBER.matcher(next).lookingAt()
        ? beforeNumber.get(word)
        : null;
  }

  private static boolean part(char c) {
    return Character.isLetter(c) || c == '/' || c == '\'' || c == '\u2019';
  }
}
