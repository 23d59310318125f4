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
  List<Page> read(String text) {
    var pages = new ArrayList<Page>();
    var own = new ArrayList<TextLine>();
    for (TextLine line : TextLine.of(text)) {
      if (line.opensPage() && !own.isEmpty()) {
        pages.add(page(pages.size() + 1, own, line.start() - 1));
        own.clear();
      }
      own.add(line);
    }
    pages.add(page(pages.size() + 1, own, text.length()));
    return pages;
  }

  private Page page(int number, List<TextLine> own, int end) {
    int start = own.getFirst().start();
    List<TextLine> printed = own.stream().filter(line -> !line.blank()).toList();
    int from = 0;
    int to = printed.size();
    while (from < to && from < TOP && added(printed.get(from))) {
      from++;
    }
    while (to > from && printed.size() - to < TOP && added(printed.get(to - 1))) {
      to--;
    }
    List<TextLine> lines = printed.subList(from, to);
    return new Page(number, start, end, lines, mark(lines), likeness(lines));
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

  private String likeness(List<TextLine> lines) {
    var likeness = new StringBuilder();
    for (TextLine line : lines) {
      if (!furniture.blank(line.text())) {
        likeness.append(Likeness.of(line.text()));
      }
    }
    return likeness.length() < SPECKS ? "" : likeness.toString();
  }
}
