package org.openimr.letter.internal.redaction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text.
 *
 * @param end exclusive
 * @param gap what stands between it and the word before
 */
record Word(String text, int start, int end, String gap) {
  private static final Pattern FORM =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*(?:-\\p{L}[\\p{L}\\p{M}'’]*)*");

  static List<Word> of(String text) {
    var words = new ArrayList<Word>();
    Matcher matcher = FORM.matcher(text);
    int before = 0;
    while (matcher.find()) {
      String gap = text.substring(before, matcher.start());
      words.add(new Word(matcher.group(), matcher.start(), matcher.end(), gap));
      before = matcher.end();
    }
    return words;
  }

  boolean isCapital() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  /** Where the name in it ends, before the ending of a possessive. */
  int nameEnd() {
    return start + Vocabulary.withoutPossessive(text).length();
  }

  boolean isInitial() {
    return text.length() == 1 && isCapital();
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whether a sentence or a line begins with it. */
  boolean opens() {
    return gap.indexOf('\n') >= 0
        || gap.indexOf('\f') >= 0
        || gap.indexOf(':') >= 0
        || gap.contains(". ")
        || gap.contains("? ")
        || gap.contains("• ")
        || start == 0;
  }

  /** Whether it may go on with the name that the word before is part of; nicknames are quoted. */
  boolean follows(Word before, boolean afterTitle) {
    return gap.equals(" ")
        || gap.equals(" \"")
        || gap.equals("\" ")
        || (gap.equals(". ") && (before.isInitial() || afterTitle))
        || (gap.equals(".") && before.isInitial());
  }
}
