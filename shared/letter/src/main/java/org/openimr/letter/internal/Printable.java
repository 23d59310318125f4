package org.openimr.letter.internal;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text of strangers, made safe to print: what would steer a printer or turn a line around is shown
 * as its number, so that nobody is misled by what cannot be seen.
 */
final class Printable {
  private static final int SOFT_HYPHEN = 0xAD;

  private Printable() {}

  /**
   * The text on one line: white space runs become one space; control and format characters
   * (directions and zero widths among them), halves of characters and characters without meaning
   * become {@code [U+202E]}.
   */
  static String line(String text) {
    var printed = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(printed, codePoint));
    return printed.toString().strip();
  }

  private static void append(StringBuilder printed, int codePoint) {
    if (isSpace(codePoint)) {
      if (!printed.isEmpty() && printed.charAt(printed.length() - 1) != ' ') {
        printed.append(' ');
      }
    } else if (codePoint == SOFT_HYPHEN) {
      return; // marks where a line may break, and says nothing
    } else if (isUnseen(codePoint)) {
      printed.append(number(codePoint));
    } else {
      printed.appendCodePoint(codePoint);
    }
  }

  /** The text with every character that is not shown replaced by its number. */
  static String only(String text, IntPredicate shown) {
    if (text.codePoints().allMatch(shown)) {
      return text;
    }
    var printed = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            codePoint -> {
              if (shown.test(codePoint)) {
                printed.appendCodePoint(codePoint);
              } else {
                printed.append(number(codePoint));
              }
            });
    return printed.toString();
  }

  /** Whether it leaves no mark, or changes how its neighbours are set. */
  static boolean isUnseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
      default -> isNoncharacter(codePoint);
    };
  }

  /** Code points that Unicode keeps out of text for good; XML, and so the PDF, forbids some. */
  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == 0x85;
  }

  private static String number(int codePoint) {
    return String.format(Locale.ROOT, "[U+%04X]", codePoint);
  }
}
