package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that the header of a review's table names.
 *
 * @param places where the columns begin, in order
 * @param parted whether the header stands in cells of its own, so that its places tell the columns
 *     of the rows
 * @param lines of the header
 */
record ReviewColumns(List<Place> places, boolean parted, int lines) {
  /** What stands in a column. */
  enum Column {
    NUMBER("column-number"),
    CODE("column-code"),
    REQUESTED("column-requested"),
    CERTIFIED("column-certified"),
    DECISION("column-decision"),
    OTHER("column-other"),
    TREATMENT("column-treatment");

    private final String cues;

    Column(String cues) {
      this.cues = cues;
    }
  }

  /** Where a column begins, as {@link Cells.Cell#place} counts. */
  record Place(int at, Column column) {}

  /** Fewer cells are no table. */
  private static final int LEAST_CELLS = 3;

  /** Copies the places. */
  ReviewColumns {
    places = List.copyOf(places);
  }

  boolean has(Column column) {
    return places.stream().anyMatch(place -> place.column() == column);
  }

  /** What a row says in each column: a cell is of the column that begins nearest to it. */
  Map<Column, String> of(Cells row) {
    var said = new EnumMap<Column, String>(Column.class);
    for (Cells.Cell cell : row.list()) {
      Place nearest = places.getFirst();
      for (Place place : places) {
        if (Math.abs(place.at() - cell.place()) < Math.abs(nearest.at() - cell.place())) {
          nearest = place;
        }
      }
      said.merge(nearest.column(), cell.text(), (left, right) -> left + " " + right);
    }
    return said;
  }

  /** Finds headers. Immutable. */
  static final class Reader {
    private final Map<Column, Pattern> labels = new EnumMap<>(Column.class);

    Reader(Cues cues) {
      for (Column column : Column.values()) {
        String label = "^(?:" + cues.only(column.cues) + ")(?:\\s+|$)";
        labels.put(column, Pattern.compile(label, Pattern.LONGEST_MATCH));
      }
    }

    /**
     * The columns that a line names, with the line below where its cells are wrapped; empty where
     * it says anything else, or names no treatment or no decision.
     */
    Optional<ReviewColumns> at(List<TextLine> lines, int at) {
      Cells first = Cells.of(lines.get(at));
      if (at + 1 < lines.size()) {
        Cells below = Cells.of(lines.get(at + 1));
        if (below.goOnWith(first)) {
          Optional<ReviewColumns> both = columns(first.with(below), 2);
          if (both.isPresent()) {
            return both;
          }
        }
      }
      return columns(first, 1);
    }

    private Optional<ReviewColumns> columns(Cells header, int lines) {
      var places = new ArrayList<Place>();
      int cells = header.list().size();
      for (Cells.Cell cell : header.list()) {
        int known = places.size();
        if (!named(cell, places)) {
          if (cells < LEAST_CELLS || cell.text().indexOf(':') >= 0) {
            return Optional.empty();
          }
          // Beside a treatment and a decision, each in a cell of its own, any other name is one.
          places.subList(known, places.size()).clear();
          places.add(new Place(cell.place(), Column.OTHER));
        }
      }
      boolean parted = cells >= LEAST_CELLS && places.size() - cells <= 1;
      var columns = new ReviewColumns(places, parted, lines);
      return columns.has(Column.TREATMENT) && columns.has(Column.DECISION)
          ? Optional.of(columns)
          : Optional.empty();
    }

    /** Adds the columns that a cell names, mostly one; whether it says nothing else. */
    private boolean named(Cells.Cell cell, List<Place> places) {
      int from = 0;
      while (from < cell.text().length()) {
        int end = 0;
        Column best = Column.OTHER;
        for (Map.Entry<Column, Pattern> label : labels.entrySet()) {
          Matcher words = label.getValue().matcher(cell.text().substring(from));
          if (words.find() && words.end() > end) {
            end = words.end();
            best = label.getKey();
          }
        }
        if (end == 0) {
          return false;
        }
        places.add(new Place(cell.place() + from, best));
        from += end;
      }
      return true;
    }
  }
}
