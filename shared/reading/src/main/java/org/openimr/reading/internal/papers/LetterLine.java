package org.openimr.reading.internal.papers;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a letter that is not blank and no page furniture.
 *
 * @param opensParagraph whether the lines are set apart before it
 */
record LetterLine(String text, boolean opensParagraph) {
  /** Page furniture is short; longer lines at a page's edge are prose. */
  private static final int FURNITURE_LENGTH = 90;

  /** The lines of a letter, single-spaced or double-spaced. */
  static List<LetterLine> of(String text, List<Pattern> furniture) {
    List<TextLine> printed = TextLine.of(text);
    int apart = doubleSpaced(printed) ? 2 : 1;
    var lines = new ArrayList<LetterLine>(printed.size());
    int blanks = 0;
    boolean pageEnded = false;
    for (int i = 0; i < printed.size(); i++) {
      TextLine line = printed.get(i);
      pageEnded |= line.opensPage();
      if (line.blank()) {
        blanks++;
      } else if (!atEdge(printed, i) || !isFurniture(line.text(), furniture)) {
        // Where a page ends the blank lines belong to the page, not to the paragraph.
        lines.add(new LetterLine(line.text(), blanks >= apart && !pageEnded));
        blanks = 0;
        pageEnded = false;
      }
    }
    return lines;
  }

  private static boolean doubleSpaced(List<TextLine> lines) {
    int followed = 0;
    int printed = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (!lines.get(i).blank()) {
        printed++;
        followed += lines.get(i + 1).blank() ? 1 : 0;
      }
    }
    return followed * 10 > printed * 6;
  }

  private static boolean atEdge(List<TextLine> lines, int at) {
    return edge(lines, at, -1) || edge(lines, at, 1);
  }

  private static boolean edge(List<TextLine> lines, int at, int step) {
    for (int i = at; ; i += step) {
      int next = i + step;
      if (next < 0 || next >= lines.size()) {
        return true;
      }
      if (lines.get(step < 0 ? i : next).opensPage()) {
        return true;
      }
      if (!lines.get(next).blank()) {
        return false;
      }
    }
  }

  private static boolean isFurniture(String line, List<Pattern> furniture) {
    // Furniture carries a number; hardly any line at a page's edge is short and does.
    return line.length() <= FURNITURE_LENGTH
        && line.chars().anyMatch(Character::isDigit)
        && furniture.stream().anyMatch(p -> p.matcher(line).matches());
  }
}
