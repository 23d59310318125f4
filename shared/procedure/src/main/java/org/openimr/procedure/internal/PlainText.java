package org.openimr.procedure.internal;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A paper's text without what its way added: lines of fax machines and printers, and differences of
 * white space. Two copies of one paper have the same.
 */
final class PlainText {
  /** A longer line was not added by a machine. */
  private static final int LONGEST_LINE = 200;

  private static final String MARKS_ARE = "marks ";
  private static final List<String> MARKS =
      Rows.lines("transmission-lines.txt").stream()
          .filter(line -> line.startsWith(MARKS_ARE))
          .flatMap(line -> Arrays.stream(line.substring(MARKS_ARE.length()).split(" ", -1)))
          .toList();
  private static final Pattern TRANSMISSION =
      Pattern.compile(
          Rows.lines("transmission-lines.txt").stream()
              .filter(line -> !line.startsWith(MARKS_ARE))
              .map(pattern -> "(?:" + pattern + ")")
              .collect(Collectors.joining("|")));
  private static final int BOM = 0xFEFF;
  private static final int SHORT_ENOUGH_FOR_A_NUMBER = 8;

  private PlainText() {}

  /** The text; empty where machines added all of it. */
  static String of(String text) {
    return lines(text).stream()
        .map(PlainText::spaced)
        .filter(line -> !line.isEmpty() && !added(line))
        .collect(Collectors.joining(" "));
  }

  private static List<String> lines(String text) {
    return List.of(text.split("[\\n\\r\\f]", -1));
  }

  /** With single spaces, and none around it. */
  private static String spaced(String line) {
    var spaced = new StringBuilder(line.length());
    line.codePoints()
        .forEach(
            c -> {
              boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BOM;
              if (!space) {
                spaced.appendCodePoint(c);
              } else if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
              }
            });
    return spaced.toString().strip();
  }

  private static boolean added(String line) {
    if (line.length() > LONGEST_LINE) {
      return false;
    }
    String lower = line.toLowerCase(Locale.ROOT);
    return likely(lower) && TRANSMISSION.matches(lower);
  }

  /** Spares nearly all lines of a record the patterns: they cost a thousand times as much. */
  private static boolean likely(String line) {
    return MARKS.stream().anyMatch(line::contains) || SHORT_ENOUGH_FOR_A_NUMBER >= line.length();
  }
}
