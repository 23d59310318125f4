package org.openimr.reading.internal.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.reading.internal.flow.PageFurniture;
import org.openimr.reading.internal.flow.PageFurniture.Mark;

/** Cuts a text into pages and tells what is written on each from what was added. Immutable. */
final class PageReader {
  /** Lines at the top and at the bottom of a page where its number may stand. */
  private static final int TOP = 5;

  private static final int BOTTOM = 2;

  /** A page with fewer letters and figures holds nothing but specks. */
  private static final int SPECKS = 4;

  private final PageFurniture furniture;

  PageReader(PageFurniture furniture) {
    this.furniture = furniture;
  }

  /** The pages of a text in order. */
  List<Sheet> sheets(String text) {
    var sheets = new ArrayList<Sheet>();
    int start = 0;
    while (start <= text.length()) {
      int end = end(text, start);
      List<TextLine> lines = lines(text, start, end);
      sheets.add(new Sheet(sheets.size() + 1, start, end, mark(lines), blank(lines)));
      start = end + 1;
    }
    return sheets;
  }

  /** The lines with text of the first page of a text. */
  List<TextLine> firstPage(String text) {
    return lines(text, 0, end(text, 0));
  }

  /** Those of all other pages. */
  List<TextLine> otherPages(String text) {
    var lines = new ArrayList<TextLine>();
    int start = end(text, 0) + 1;
    while (start <= text.length()) {
      int end = end(text, start);
      lines.addAll(lines(text, start, end));
      start = end + 1;
    }
    return lines;
  }

  /** The char after the last of a page. */
  private static int end(String text, int start) {
    int feed = text.indexOf('\f', start);
    return feed < 0 ? text.length() : feed;
  }

  /** What is written on a page of a text. */
  Page page(String text, Sheet sheet) {
    List<TextLine> lines = lines(text, sheet.start(), sheet.end());
    return new Page(sheet.start(), lines, sheet.mark(), likeness(lines));
  }

  /** The lines with text of a page, without what was added to it. */
  private List<TextLine> lines(String text, int start, int end) {
    List<TextLine> printed = TextLine.of(text, start, end).filter(line -> !line.blank()).toList();
    int from = 0;
    int to = printed.size();
    while (from < to && from < TOP && added(printed.get(from))) {
      from++;
    }
    while (to > from && printed.size() - to < TOP && added(printed.get(to - 1))) {
      to--;
    }
    return printed.subList(from, to);
  }

  private boolean added(TextLine line) {
    return furniture.added(line.text());
  }

  private Optional<Mark> mark(List<TextLine> lines) {
    Optional<Mark> unsure = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      if (i < TOP || i >= lines.size() - BOTTOM) {
        Optional<Mark> mark = furniture.mark(lines.get(i).text());
        if (mark.filter(Mark::certain).isPresent()) {
          return mark;
        }
        unsure = unsure.or(() -> mark);
      }
    }
    return unsure;
  }

  private boolean blank(List<TextLine> lines) {
    int written = 0;
    for (TextLine line : lines) {
      written += furniture.blank(line.text()) ? 0 : Likeness.of(line.text()).length();
      if (written >= SPECKS) {
        return false;
      }
    }
    return true;
  }

  private String likeness(List<TextLine> lines) {
    var likeness = new StringBuilder();
    for (TextLine line : lines) {
      if (!furniture.blank(line.text())) {
        likeness.append(Likeness.of(line.text()));
      }
    }
    return likeness.toString();
  }
}
