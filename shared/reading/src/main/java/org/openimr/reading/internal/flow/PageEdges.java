package org.openimr.reading.internal.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lines at the edges of a document's pages that are no part of what it says: fax lines, running
 * heads, footers, page numbers. They stay in its text; who reads sentences passes them over.
 */
public final class PageEdges {
  /** Lines at a page's top and bottom that may be running heads and footers. */
  private static final int TOP = 8;

  private static final int BOTTOM = 4;

  /** A page number stands no lower in a running head. */
  private static final int HEAD = 4;

  /** Running heads are short. */
  private static final int LONGEST = 110;

  /** A printed line: where its text starts and where, with white space, the line does. */
  private record Line(int from, int start, String text) {}

  private final PageFurniture furniture;
  private final Set<Integer> froms = new HashSet<>();
  private final Set<Integer> starts = new HashSet<>();
  private final Map<String, Integer> heads = new HashMap<>();
  private final Map<String, Integer> feet = new HashMap<>();

  private PageEdges(PageFurniture furniture) {
    this.furniture = furniture;
  }

  /** The edges of a text whose lines end in U+000A and whose pages end in U+000C. */
  public static PageEdges of(String text, PageFurniture furniture) {
    var edges = new PageEdges(furniture);
    List<List<Line>> pages = pages(text);
    for (List<Line> page : pages) {
      edges.count(page.subList(0, Math.min(TOP, page.size())), edges.heads);
      edges.count(page.subList(Math.max(0, page.size() - BOTTOM), page.size()), edges.feet);
    }
    for (int i = 0; i < pages.size(); i++) {
      edges.top(pages.get(i), i + 1);
      edges.bottom(pages.get(i), i + 1, i == pages.size() - 1);
    }
    return edges;
  }

  /** Whether the line that starts at a char, white space left out, is such a line. */
  public boolean has(int from) {
    return froms.contains(from);
  }

  /** Whether the line that starts at a char, with the white space before its text, is one. */
  public boolean hasLine(int start) {
    return starts.contains(start);
  }

  private void add(Line line) {
    froms.add(line.from());
    starts.add(line.start());
  }

  private static List<List<Line>> pages(String text) {
    var pages = new ArrayList<List<Line>>();
    var page = new ArrayList<Line>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\f';
      if (c == '\n' || c == '\f') {
        add(page, text, start, i);
        start = i + 1;
      }
      if (c == '\f') {
        pages.add(List.copyOf(page));
        page.clear();
      }
    }
    return pages;
  }

  private static void add(List<Line> page, String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && LineReader.space(text.charAt(from))) {
      from++;
    }
    while (to > from && LineReader.space(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      page.add(new Line(from, start, text.substring(from, to)));
    }
  }

  private void count(List<Line> lines, Map<String, Integer> counts) {
    var own = new HashSet<String>();
    for (Line line : lines) {
      String form = form(line);
      if (!form.isEmpty() && own.add(form)) {
        counts.merge(form, 1, Integer::sum);
      }
    }
  }

  /** What repeats of a running head have in common; empty for lines that are none. */
  private String form(Line line) {
    String text = line.text();
    if (text.length() > LONGEST || furniture.added(text)) {
      return "";
    }
    String form = furniture.withoutMark(text).replaceAll("\\s+", " ");
    return form.length() < 3 ? "" : form;
  }

  private void top(List<Line> page, int number) {
    boolean first = number == 1;
    int marked = first ? 0 : marked(page);
    for (int i = 0; i < Math.min(TOP, page.size()); i++) {
      Line line = page.get(i);
      boolean head = !first && (i < marked || repeated(line, heads));
      if (!head && !furniture.added(line.text()) && !numbered(line, number)) {
        return;
      }
      add(line);
    }
  }

  /** How many lines stand above the page's number and with it, where it has one in its head. */
  private int marked(List<Line> page) {
    int marked = 0;
    for (int i = 0; i < Math.min(HEAD, page.size()); i++) {
      String text = page.get(i).text();
      if (text.length() > LONGEST || sentence(text)) {
        return marked;
      }
      if (furniture.mark(text).filter(m -> m.certain() && m.number() > 1).isPresent()) {
        marked = i + 1;
      }
    }
    return marked;
  }

  private void bottom(List<Line> page, int number, boolean last) {
    for (int i = page.size() - 1; i >= Math.max(0, page.size() - BOTTOM); i--) {
      Line line = page.get(i);
      boolean foot = !last && repeated(line, feet);
      if (!foot && !furniture.added(line.text()) && !numbered(line, number)) {
        return;
      }
      add(line);
    }
  }

  private boolean repeated(Line line, Map<String, Integer> counts) {
    return counts.getOrDefault(form(line), 0) > 1;
  }

  /** A line with its page's number; a figure alone is one where it counts right. */
  private boolean numbered(Line line, int page) {
    String text = line.text();
    if (text.length() > LONGEST || sentence(text)) {
      return false;
    }
    return furniture
        .mark(text)
        .filter(m -> m.certain() || (m.number() == page && page > 1 && form(line).isEmpty()))
        .isPresent();
  }

  private static boolean sentence(String text) {
    return text.endsWith(".") && text.chars().filter(c -> c == ' ').count() >= 5;
  }
}
