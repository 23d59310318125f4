package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a printed line: bars part them, else gaps.
 *
 * @param list without empty ones, in order
 */
record Cells(List<Cell> list) {
  /**
   * A cell.
   *
   * @param place the char of its line at which it begins; of cells between bars the number of bars
   *     before it
   */
  record Cell(int place, String text) {}

  private static final Pattern GAP = Pattern.compile(" {2,}|\\s*\\t\\s*");

  /** Cells of a column begin so near to each other, in chars. */
  private static final int SAME_COLUMN = 2;

  /** Copies the list. */
  Cells {
    list = List.copyOf(list);
  }

  /** The cells of a line. */
  static Cells of(TextLine line) {
    return line.text().indexOf('|') < 0 ? byGaps(line) : byBars(line.text());
  }

  private static Cells byGaps(TextLine line) {
    var cells = new ArrayList<Cell>();
    int from = 0;
    Matcher gap = GAP.matcher(line.text());
    while (gap.find()) {
      add(cells, line.indent() + from, line.text().substring(from, gap.start()));
      from = gap.end();
    }
    add(cells, line.indent() + from, line.text().substring(from));
    return new Cells(cells);
  }

  private static Cells byBars(String line) {
    var cells = new ArrayList<Cell>();
    String[] parts = line.split("\\|", -1);
    int opening = line.startsWith("|") ? 1 : 0;
    for (int i = 0; i < parts.length; i++) {
      // Far from each other, so that no two columns are taken for one.
      add(cells, (i - opening) * 2 * (SAME_COLUMN + 1), parts[i]);
    }
    return new Cells(cells);
  }

  private static void add(List<Cell> cells, int place, String text) {
    if (!text.isBlank()) {
      cells.add(new Cell(place, text.strip()));
    }
  }

  /** What they say. */
  List<String> texts() {
    return list.stream().map(Cell::text).toList();
  }

  /**
   * Whether these are what did not fit into the cells of a row above: each begins below one of
   * them, and none is a label with its value.
   */
  boolean goOnWith(Cells row) {
    return !list.isEmpty()
        && list.size() <= row.list.size()
        && list.stream()
            .allMatch(cell -> row.at(cell.place()) >= 0 && cell.text().indexOf(':') < 0);
  }

  /** Those of these that begin below a cell of a row above. */
  Cells under(Cells row) {
    return new Cells(list.stream().filter(cell -> row.at(cell.place()) >= 0).toList());
  }

  /** These, each with what goes on below it. */
  Cells with(Cells below) {
    var joined = new ArrayList<>(list);
    for (Cell cell : below.list) {
      int at = at(cell.place());
      String above = joined.get(at).text();
      String words = above + (above.endsWith("-") ? "" : " ") + cell.text();
      joined.set(at, new Cell(list.get(at).place(), words));
    }
    return new Cells(joined);
  }

  private int at(int place) {
    for (int i = 0; i < list.size(); i++) {
      if (Math.abs(list.get(i).place() - place) <= SAME_COLUMN) {
        return i;
      }
    }
    return -1;
  }
}
