package org.openimr.reading.internal.flow;

import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;

/**
 * A document's text as it reads: lines joined, words joined over hyphens at line ends, runs of
 * white space made one space. A line end stands only where a new statement starts for sure.
 * Immutable, safe for threads.
 */
public final class FlowText {
  /** The blot that stands for each char of a date. */
  public static final char DATE = '\u00a7';

  private final String text;
  private final String folded;
  private final Origins origins;
  private final AnchoredText original;

  FlowText(String text, Origins origins, AnchoredText original) {
    this.text = text;
    this.folded = fold(text);
    this.origins = origins;
    this.original = original;
  }

  /** As it reads. */
  public String text() {
    return text;
  }

  /**
   * The same, char for char, in lower case, with plain quotes and dashes, and with every date
   * blotted out, so that {@code 10/10/15} is no score.
   */
  public String folded() {
    return folded;
  }

  /** A stretch of the original text. */
  public record Stretch(int from, int to) {}

  /** The text as it stands in its document. */
  public AnchoredText original() {
    return original;
  }

  /** The anchor, in the original, of a stretch that is not empty. */
  public Anchor anchor(int from, int to) {
    Stretch stretch = original(from, to);
    return original.anchor(stretch.from(), stretch.to());
  }

  /** Where, in the original, a stretch stands that is not empty. */
  public Stretch original(int from, int to) {
    return origins.stretch(from, to);
  }

  /** A text as {@link #folded()} has it. */
  public static String fold(CharSequence text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int end = dateEnd(text, i);
      if (end > i) {
        folded.repeat(DATE, end - i);
        i = end;
      } else {
        folded.append(plain(text.charAt(i++)));
      }
    }
    return folded.toString();
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u2018', '\u2019' -> '\'';
      case '\u201c', '\u201d' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
      default -> Character.toLowerCase(c);
    };
  }

  /** Where a date that starts here ends, or here itself where none does. */
  private static int dateEnd(CharSequence text, int from) {
    if (!digit(text, from) || (from > 0 && partOfNumber(text.charAt(from - 1)))) {
      return from;
    }
    int[] ends = new int[3];
    int[] values = new int[3];
    int at = from;
    char separator = ' ';
    for (int part = 0; part < 3; part++) {
      if (part > 0) {
        char next = at < text.length() ? text.charAt(at++) : ' ';
        // "6-8/10" is a range of scores: a date keeps to one separator.
        if ("/-".indexOf(next) < 0 || (part == 2 && next != separator)) {
          return from;
        }
        separator = next;
      }
      int start = at;
      while (digit(text, at) && at - start < 5) {
        values[part] = values[part] * 10 + text.charAt(at++) - '0';
      }
      ends[part] = at - start;
    }
    boolean free = at >= text.length() || !partOfNumber(text.charAt(at));
    return free && isDate(ends, values) ? at : from;
  }

  private static boolean isDate(int[] digits, int[] values) {
    if (digits[0] == 4) {
      return values[1] >= 1 && values[1] <= 12 && values[2] >= 1 && values[2] <= 31;
    }
    return digits[0] <= 2
        && digits[1] <= 2
        && (digits[2] == 2 || digits[2] == 4)
        && values[0] >= 1
        && values[0] <= 12
        && values[1] >= 1
        && values[1] <= 31;
  }

  private static boolean digit(CharSequence text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean partOfNumber(char c) {
    return Character.isLetterOrDigit(c) || c == '/';
  }
}
