package org.openimr.reviewers.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The words of a party's name that tell it from others. */
public final class PartyWords {
  private static final Set<String> UNTELLING = Set.copyOf(Resources.lines("untelling-words.txt"));

  private PartyWords() {}

  /**
   * The telling words in lower case and in the order of the alphabet; all words where none tells.
   */
  public static List<String> of(String name) {
    var all = new TreeSet<String>();
    var telling = new TreeSet<String>();
    for (String word : words(name)) {
      all.add(word);
      if (word.length() > 1 && !UNTELLING.contains(word)) {
        telling.add(word);
      }
    }
    return List.copyOf(telling.isEmpty() ? all : telling);
  }

  private static List<String> words(String name) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT) + " ";
    plain.codePoints().filter(PartyWords::counts).forEach(point -> add(point, word, words));
    return words;
  }

  /** Accents are marks of their own after decomposition; points stand inside of "L.L.C." only. */
  private static boolean counts(int point) {
    return Character.getType(point) != Character.NON_SPACING_MARK && point != '.' && point != '\'';
  }

  private static void add(int point, StringBuilder word, List<String> words) {
    if (Character.isLetterOrDigit(point)) {
      word.appendCodePoint(point);
    } else if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
