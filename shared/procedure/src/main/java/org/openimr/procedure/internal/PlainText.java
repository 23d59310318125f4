package org.openimr.procedure.internal;

import com.google.re2j.Pattern;
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

  private static final Pattern TRANSMISSION =
      Pattern.compile(
          Rows.lines("transmission-lines.txt").stream()
              .map(pattern -> "(?:" + pattern + ")")
              .collect(Collectors.joining("|")));
  private static final int BOM = 0xFEFF;
  private static final String DASHES = "-–—";

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
    return line.length() <= LONGEST_LINE
        && likely(line)
        && TRANSMISSION.matches(line.toLowerCase(Locale.ROOT));
  }

  /** Spares most lines the patterns. */
  private static boolean likely(String line) {
    char last = line.charAt(line.length() - 1);
    return (last >= '0' && last <= '9')
        || DASHES.indexOf(last) >= 0
        || line.toLowerCase(Locale.ROOT).contains("fax");
  }
}
