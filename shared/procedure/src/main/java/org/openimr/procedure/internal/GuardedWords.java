package org.openimr.procedure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a text that decide, deny or count, in their order: {@code outcome-words.txt}. */
public final class GuardedWords {
  private static final Set<String> OUTCOME = words("outcome ");
  private static final Set<String> COUNTED = words("counted ");
  private static final Set<String> NUMBERS = words("number ");

  private GuardedWords() {}

  /** The guarded words of a text, in lower case; of a quantity its number. */
  public static List<String> of(String text) {
    var words = split(text);
    var guarded = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (OUTCOME.contains(word) || isShortNot(word)) {
        guarded.add(isShortNot(word) ? "not" : word);
      } else if (isNumber(word) && (isCounted(words, i + 1) || isCounted(words, i - 1))) {
        guarded.add(word);
      }
    }
    return List.copyOf(guarded);
  }

  /** All numbers of a text, in figures or as one of the first words for them. */
  public static List<String> numbers(String text) {
    return split(text).stream().filter(GuardedWords::isNumber).toList();
  }

  /** Runs of letters, with apostrophes within, and runs of digits. */
  static List<String> split(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean digits = false;
    for (int c : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
      boolean digit = Character.isDigit(c);
      boolean part = digit || Character.isLetter(c) || (isApostrophe(c) && !word.isEmpty());
      if (!word.isEmpty() && (!part || digit != digits)) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (part && !(word.isEmpty() && isApostrophe(c))) {
        word.appendCodePoint(isApostrophe(c) ? '\'' : c);
        digits = digit;
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == 0x2019;
  }

  private static boolean isShortNot(String word) {
    return word.endsWith("n't");
  }

  private static boolean isNumber(String word) {
    return NUMBERS.contains(word) || Character.isDigit(word.codePointAt(0));
  }

  private static boolean isCounted(List<String> words, int at) {
    return at >= 0 && at < words.size() && COUNTED.contains(words.get(at));
  }

  private static Set<String> words(String kind) {
    return Rows.lines("outcome-words.txt").stream()
        .filter(line -> line.startsWith(kind))
        .flatMap(line -> Stream.of(line.substring(kind.length()).split(" ", -1)))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
