package org.openimr.reading.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openimr.reading.internal.flow.TextLine.Kind;

/** Cuts a text into its printed lines and tells headings, labels and list items by their form. */
final class LineReader {
  private static final int LONGEST_HEADING = 70;
  private static final int LONGEST_LABEL = 40;

  private final FlowWords words;

  LineReader(FlowWords words) {
    this.words = words;
  }

  List<TextLine> read(String text) {
    var lines = new ArrayList<TextLine>();
    boolean mixed = text.chars().anyMatch(Character::isLowerCase);
    int blanks = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\f') {
        continue;
      }
      int from = start;
      int to = i;
      while (from < to && space(text.charAt(from))) {
        from++;
      }
      while (to > from && space(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        lines.add(line(text.substring(from, to), from, blanks, mixed));
      }
      blanks = from < to ? 0 : blanks + 1;
      start = i + 1;
    }
    return lines;
  }

  static boolean space(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
  }

  private TextLine line(String line, int from, int blanks, boolean mixed) {
    int to = from + line.length();
    String title = title(line);
    if (pageMark(line)) {
      return new TextLine(from, to, blanks, Kind.PAGE_MARK, "");
    } else if (heading(line, title, mixed)) {
      return new TextLine(from, to, blanks, Kind.HEADING, figures(line) ? "" : title);
    } else if (listItem(line)) {
      return new TextLine(from, to, blanks, Kind.LIST_ITEM, "");
    }
    int label = label(line);
    if (label > 0) {
      String name = line.substring(0, label).toLowerCase(Locale.ROOT);
      String known = words.headings().contains(name) ? name : "";
      return new TextLine(from, to, blanks, Kind.LABEL, known);
    }
    return new TextLine(from, to, blanks, Kind.PROSE, "");
  }

  /** A line in capitals with figures, such as a drug with its strength, opens no section. */
  private static boolean figures(String line) {
    return line.chars().anyMatch(Character::isDigit);
  }

  private static String title(String line) {
    String bare = line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
    return bare.strip().toLowerCase(Locale.ROOT);
  }

  /** "page 2" or "page 2 of 5" at the end of a line: what a printer adds, no statement. */
  private static boolean pageMark(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    int at = lower.lastIndexOf("page ");
    if (at < 0 || line.length() > LONGEST_HEADING) {
      return false;
    }
    String number = lower.substring(at + 5).replace(" of ", "").strip();
    return !number.isEmpty() && number.chars().allMatch(Character::isDigit);
  }

  private boolean heading(String line, String title, boolean mixed) {
    if (line.length() > LONGEST_HEADING || line.endsWith(".")) {
      return false;
    }
    return words.headings().contains(title) || (line.endsWith(":") && oneName(line)) || (mixed && capitals(line));
  }

  private static boolean oneName(String line) {
    return Character.isUpperCase(line.charAt(0)) && line.indexOf(':') == line.length() - 1;
  }

  private static boolean capitals(String line) {
    long letters = line.chars().filter(Character::isLetter).count();
    return letters >= 4 && line.chars().noneMatch(Character::isLowerCase);
  }

  private static boolean listItem(String line) {
    int at = 0;
    while (at < line.length() && at < 2 && Character.isDigit(line.charAt(at))) {
      at++;
    }
    boolean numbered = at > 0 && at < line.length() && ".)".indexOf(line.charAt(at)) >= 0;
    boolean bullet = at == 0 && "-*\u2022\u00b7\u25cf".indexOf(line.charAt(0)) >= 0;
    int after = bullet ? 1 : at + 1;
    return (numbered || bullet) && after < line.length() && line.charAt(after) == ' ';
  }

  /** Where the colon of a label stands, or 0. */
  private static int label(String line) {
    int colon = line.indexOf(": ");
    if (colon < 2 || colon > LONGEST_LABEL || !Character.isUpperCase(line.charAt(0))) {
      return 0;
    }
    boolean name =
        line.substring(0, colon).chars().allMatch(c -> Character.isLetter(c) || " /()-&'".indexOf(c) >= 0);
    return name ? colon : 0;
  }
}
