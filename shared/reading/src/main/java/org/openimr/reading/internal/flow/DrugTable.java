package org.openimr.reading.internal.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds tables of medications, and reads each row for itself: what stands in the next row is of
 * another drug. A cell that is wrapped is read to its end before the next cell of its row, where
 * gaps or bars tell the columns; a PDF's text has neither, and its rows are read line by line.
 * Immutable.
 */
final class DrugTable {
  /** So many cells are a row even if its drug is written small, as many print-outs have it. */
  private static final int CELLS_OF_ROW = 3;

  private final Pattern drug;
  private final Pattern label;

  DrugTable() {
    JsonNode data = DataFile.read("drug-table.json");
    String named = data.path("drug").asText();
    drug = Pattern.compile("^(?:" + named + ")$");
    label = Pattern.compile("^(?:" + named + "|" + data.path("other").asText() + ")(?:\\s+|$)");
  }

  /** A stretch of the original. */
  record Cell(int from, int to) {}

  /**
   * A row.
   *
   * @param end the printed line after its last
   * @param cells in reading order
   */
  record Row(int end, List<Cell> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Where a table's columns begin, counted from the start of a line; one where nothing tells.
   *
   * @param numbered whether rows begin with their number
   */
  private record Columns(List<Integer> starts, int drug, boolean barred, boolean numbered) {
    boolean parted() {
      return starts.size() > 1;
    }
  }

  /**
   * The rows of all tables by the number of their first printed line. The line that names the
   * columns has no cells: it states nothing.
   */
  Map<Integer, Row> rows(String text, List<TextLine> lines) {
    var rows = new HashMap<Integer, Row>();
    for (int at = 0; at < lines.size(); at++) {
      Optional<Columns> columns = header(text, lines.get(at));
      if (columns.isPresent()) {
        int end = table(text, lines, at + 1, columns.get(), rows);
        if (end > at + 1) {
          rows.put(at, new Row(at + 1, List.of()));
        }
        at = end - 1;
      }
    }
    return rows;
  }

  /** The columns that a line names; empty where it says anything else. */
  private Optional<Columns> header(String text, TextLine line) {
    var starts = new ArrayList<Integer>();
    int drugAt = -1;
    int labels = 0;
    int drugLabel = 0;
    Optional<Cell> next = cell(text, line.from(), line.to());
    while (next.isPresent()) {
      Cell cell = next.get();
      String rest = text.substring(cell.from(), cell.to()).toLowerCase(Locale.ROOT);
      while (!rest.isEmpty()) {
        Matcher named = label.matcher(rest);
        if (!named.find()) {
          return Optional.empty();
        }
        if (drugAt < 0 && drug.matcher(named.group().strip()).matches()) {
          drugAt = starts.size();
          drugLabel = labels;
        }
        labels++;
        rest = rest.substring(named.end());
      }
      starts.add(cell.from() - lineStart(text, line));
      next = cell(text, cell.to(), line.to());
    }
    boolean barred = text.substring(line.from(), line.to()).indexOf('|') >= 0;
    boolean parted = starts.size() == labels;
    return drugAt >= 0 && labels > 2
        ? Optional.of(
            new Columns(parted ? starts : List.of(0), parted ? drugAt : 0, barred, drugLabel > 0))
        : Optional.empty();
  }

  /** Reads rows until one is none; the line after the last. */
  private int table(
      String text, List<TextLine> lines, int from, Columns columns, Map<Integer, Row> rows) {
    int at = from;
    while (at < lines.size() && begins(text, lines.get(at), columns, at > from)) {
      int end = at + 1;
      while (end < lines.size() && goesOn(text, lines.get(end - 1), lines.get(end), columns)) {
        end++;
      }
      rows.put(at, new Row(end, read(text, lines.subList(at, end), columns)));
      at = end;
    }
    return at;
  }

  private boolean begins(String text, TextLine line, Columns columns, boolean follows) {
    String words = text.substring(line.from(), line.to());
    boolean figures = words.chars().anyMatch(Character::isDigit);
    if (columns.parted()) {
      Map<Integer, List<Cell>> placed = placed(text, line, columns);
      return placed.size() > 1 && placed.containsKey(columns.drug());
    }
    boolean apart = follows && line.blanksBefore() > 0;
    return figures && !apart && opens(words.charAt(0), columns) && !words.endsWith(".");
  }

  /** Without columns a row begins with the name of its drug, or with its number. */
  private static boolean opens(char first, Columns columns) {
    return columns.numbered() ? Character.isDigit(first) : Character.isUpperCase(first);
  }

  /** Whether a line has only what did not fit into the cells of the line above. */
  private boolean goesOn(String text, TextLine above, TextLine line, Columns columns) {
    if (line.blanksBefore() > 0) {
      return false;
    }
    char first = text.charAt(line.from());
    if (!columns.parted()) {
      return !Character.isUpperCase(first) && !opens(first, columns);
    }
    Map<Integer, List<Cell>> placed = placed(text, line, columns);
    List<Cell> named = placed.getOrDefault(columns.drug(), List.of());
    return named.isEmpty()
        ? !placed.isEmpty() && placed.keySet().stream().noneMatch(column -> column < 0)
        : (Character.isLowerCase(text.charAt(named.getFirst().from()))
                && placed.size() < CELLS_OF_ROW)
            || namesMore(text, above, columns);
  }

  /** Whether the name of a compound drug is parted between its ingredients. */
  private static boolean namesMore(String text, TextLine line, Columns columns) {
    List<Cell> named = placed(text, line, columns).getOrDefault(columns.drug(), List.of());
    return !named.isEmpty() && "/-+".indexOf(text.charAt(named.getLast().to() - 1)) >= 0;
  }

  private static List<Cell> read(String text, List<TextLine> lines, Columns columns) {
    var cells = new ArrayList<Cell>();
    if (!columns.parted()) {
      lines.forEach(line -> cells.add(new Cell(line.from(), line.to())));
      return cells;
    }
    var byColumn = new TreeMap<Integer, List<Cell>>();
    for (TextLine line : lines) {
      placed(text, line, columns)
          .forEach(
              (column, found) ->
                  byColumn.computeIfAbsent(column, _ -> new ArrayList<>()).addAll(found));
    }
    byColumn.values().forEach(cells::addAll);
    return cells;
  }

  /** The cells of a line by their columns. */
  private static Map<Integer, List<Cell>> placed(String text, TextLine line, Columns columns) {
    var placed = new TreeMap<Integer, List<Cell>>();
    int lineStart = lineStart(text, line);
    for (Cell cell : cells(text, line)) {
      int column =
          columns.barred()
              ? bars(text, lineStart, cell.from())
              : nearest(columns.starts(), cell, lineStart);
      placed.computeIfAbsent(column, _ -> new ArrayList<>()).add(cell);
    }
    return placed;
  }

  /** The column whose header begins nearest to a cell's begin. */
  private static int nearest(List<Integer> starts, Cell cell, int lineStart) {
    int at = cell.from() - lineStart;
    int best = 0;
    for (int i = 1; i < starts.size(); i++) {
      if (Math.abs(starts.get(i) - at) < Math.abs(starts.get(best) - at)) {
        best = i;
      }
    }
    return best;
  }

  /** How many bars stand before a place, without the one that opens the line. */
  private static int bars(String text, int lineStart, int at) {
    String before = text.substring(lineStart, at);
    int opening = before.strip().startsWith("|") ? 1 : 0;
    return (int) before.chars().filter(c -> c == '|').count() - opening;
  }

  private static List<Cell> cells(String text, TextLine line) {
    var cells = new ArrayList<Cell>();
    Optional<Cell> cell = cell(text, line.from(), line.to());
    while (cell.isPresent()) {
      cells.add(cell.get());
      cell = cell(text, cell.get().to(), line.to());
    }
    return cells;
  }

  /** The next cell: words with one space between them; bars and wider gaps part cells. */
  private static Optional<Cell> cell(String text, int start, int end) {
    int from = start;
    while (from < end && parts(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < end) {
      char c = text.charAt(to);
      boolean joins = c == ' ' && to + 1 < end && !parts(text.charAt(to + 1));
      if (parts(c) && !joins) {
        break;
      }
      to++;
    }
    return from < to ? Optional.of(new Cell(from, to)) : Optional.empty();
  }

  private static boolean parts(char c) {
    return c == '|' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private static int lineStart(String text, TextLine line) {
    int at = line.from();
    while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\f') {
      at--;
    }
    return at;
  }
}
