package org.openimr.reading.internal.papers;

import java.util.List;
import java.util.Locale;

/** Printed lines joined to running text. Immutable. */
final class Prose {
  private final List<String> keptParts;
  private final String whole;

  /**
   * How to join lines of a text.
   *
   * @param keptParts first parts of compounds that keep their hyphen, such as {@code non}
   * @param whole the whole text: what stands in it as a word of its own is the first part of a
   *     compound, not a syllable
   */
  Prose(List<String> keptParts, String whole) {
    this.keptParts = keptParts;
    this.whole = whole;
  }

  /** Lines joined by blanks; a word cut by a hyphen at a line's end is made whole. */
  String join(List<String> lines) {
    var joined = new StringBuilder();
    for (String line : lines) {
      append(joined, line);
    }
    return joined.toString();
  }

  private void append(StringBuilder joined, String line) {
    if (!joined.isEmpty() && !cutWord(joined, line)) {
      joined.append(' ');
    }
    int from = joined.length();
    joined.append(line);
    if (spaced(line)) {
      squeeze(joined, from);
    }
  }

  private static boolean spaced(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean plain = c > ' ' && c < 0x80;
      if (!plain
          && Character.isWhitespace(c)
          && (c != ' ' || (i > 0 && line.charAt(i - 1) == ' '))) {
        return true;
      }
    }
    return false;
  }

  private boolean cutWord(StringBuilder joined, String next) {
    int last = joined.length() - 1;
    if (joined.charAt(last) != '-' || last == 0 || next.isEmpty()) {
      return false;
    }
    char before = joined.charAt(last - 1);
    char after = next.charAt(0);
    if (Character.isDigit(before) || !Character.isLetterOrDigit(after)) {
      // A date, a range or a spinal level cut at its hyphen, which stays.
      return Character.isDigit(before) && Character.isDigit(after);
    }
    if (!isLetter(before)) {
      return false;
    }
    if (Character.isLowerCase(after) && !compound(firstPart(joined, last))) {
      joined.setLength(last);
    }
    return true;
  }

  private static String firstPart(CharSequence joined, int end) {
    int from = end;
    while (from > 0 && !Character.isWhitespace(joined.charAt(from - 1))) {
      from--;
    }
    return joined.subSequence(from, end).toString();
  }

  private boolean compound(String part) {
    if (part.indexOf('-') >= 0 || keptParts.contains(part.toLowerCase(Locale.ROOT))) {
      return true;
    }
    for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
      int end = at + part.length();
      boolean begins = at == 0 || !isLetter(whole.charAt(at - 1));
      boolean ends = end == whole.length() || !(isLetter(whole.charAt(end)) || hyphen(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private boolean hyphen(int at) {
    return whole.charAt(at) == '-';
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c);
  }

  /** Runs of white space become one blank: typists set two after a full stop. */
  private static void squeeze(StringBuilder text, int from) {
    int to = from;
    for (int i = from; i < text.length(); i++) {
      char c = Character.isWhitespace(text.charAt(i)) ? ' ' : text.charAt(i);
      if (c != ' ' || to == 0 || text.charAt(to - 1) != ' ') {
        text.setCharAt(to++, c);
      }
    }
    text.setLength(to);
  }
}
