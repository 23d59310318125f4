package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the table of a utilization review decision: a header, and rows that end in a decision, set
 * with gaps, bars or, as a PDF gives them, with single spaces. Numbers of rows and codes of
 * procedures name no treatment. Immutable.
 */
final class ReviewTable {
  /** What stands in a column. */
  private enum Column {
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

  /** A cell below the treatment of a row that is wrapped is no longer than this. */
  private static final int WRAPPED = 60;

  private static final Pattern GAP = Pattern.compile("\\s*\\|\\s*|\\s{2,}|\\t");
  private static final Pattern ROW_NUMBER = Pattern.compile("^#?\\d{1,2}[.)]?$");
  private static final Pattern LEADING_NUMBER = Pattern.compile("^#?\\d{1,2}[.)]?\\s+");
  private static final Pattern LEADING_CODE =
      Pattern.compile("(?i)^(?:(?:cpt|hcpcs):?\\s*)?(?:\\d{5}|[A-V]\\d{4})(?:-[A-Z0-9]{2})?\\s+");
  private static final Pattern AMOUNT = Pattern.compile("^#?(\\d+(?:\\.\\d+)?)$");
  private static final Pattern LAST_AMOUNTS =
      Pattern.compile("^(.*?[^\\d\\s].*?)\\s+#?(\\d+)(?:\\s+#?(\\d+))?$");

  private final Map<Column, Pattern> labels = new EnumMap<>(Column.class);
  private final Pattern label;
  private final Pattern procedureCode;
  private final ReviewDecision.Reader decisions;

  ReviewTable(Cues cues, ReviewDecision.Reader decisions) {
    this.decisions = decisions;
    var all = new ArrayList<String>();
    for (Column column : Column.values()) {
      labels.put(column, Pattern.compile("^" + cues.only(column.cues) + "$"));
      all.add(cues.only(column.cues));
    }
    label = Pattern.compile("(?i)^(?:" + String.join("|", all) + ")(?:\\s+|$)");
    procedureCode = Pattern.compile(cues.only("procedure-code"));
  }

  /**
   * The rows of all tables of a paper.
   *
   * @param entries by the row's line: treatment, amount and decision as an entry of a list has them
   * @param ends the line after the last of each row
   * @param headers lines that name columns, and no treatment
   */
  record Rows(Map<Integer, String> entries, Map<Integer, Integer> ends, Set<Integer> headers) {
    Rows {
      entries = Map.copyOf(entries);
      ends = Map.copyOf(ends);
      headers = Set.copyOf(headers);
    }
  }

  Rows of(List<TextLine> lines) {
    var entries = new HashMap<Integer, String>();
    var ends = new HashMap<Integer, Integer>();
    var headers = new HashSet<Integer>();
    Optional<Set<Column>> open = Optional.empty();
    for (int at = 0; at < lines.size(); at++) {
      Optional<Set<Column>> header = header(lines.get(at).text());
      if (header.isPresent()) {
        headers.add(at);
        open = header;
      } else if (open.isPresent()) {
        Optional<Wrapped> row = wrapped(lines, at, open.get());
        if (row.isPresent()) {
          entries.put(at, row.get().entry());
          ends.put(at, row.get().end());
        }
      }
    }
    return new Rows(entries, ends, headers);
  }

  /** The columns that a line names; empty where it says anything else, or names no decision. */
  private Optional<Set<Column>> header(String line) {
    var columns = EnumSet.noneOf(Column.class);
    for (String cell : GAP.split(line)) {
      if (!columns(cell.strip(), columns)) {
        return Optional.empty();
      }
    }
    return columns.contains(Column.TREATMENT) && columns.contains(Column.DECISION)
        ? Optional.of(columns)
        : Optional.empty();
  }

  private boolean columns(String cell, Set<Column> columns) {
    String rest = cell;
    while (!rest.isEmpty()) {
      Matcher next = label.matcher(rest);
      if (!next.find()) {
        return false;
      }
      String words = next.group().strip();
      for (Column column : Column.values()) {
        if (labels.getOrDefault(column, label).matcher(words).matches()) {
          columns.add(column);
          break;
        }
      }
      rest = rest.substring(next.end());
    }
    return true;
  }

  /** A row, with its treatment where it is not wrapped. */
  private record Row(String treatment, Optional<String> requested, String decision) {
    String entry(String more) {
      return treatment + more + requested.map(n -> " Qty " + n).orElse("") + ": " + decision;
    }
  }

  private Optional<Row> row(Cells cells, TextLine line, Set<Column> columns) {
    List<String> texts = cells.texts();
    return texts.size() > 2 || (texts.size() == 2 && decisions.alone(texts.get(1)).isPresent())
        ? ofCells(texts, columns)
        : ofWords(line.text(), columns);
  }

  private Optional<Row> ofCells(List<String> cells, Set<Column> columns) {
    Optional<String> treatment = Optional.empty();
    Optional<String> decision = Optional.empty();
    var amounts = new ArrayList<String>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      Matcher amount = AMOUNT.matcher(cell);
      boolean number =
          i == 0 && columns.contains(Column.NUMBER) && ROW_NUMBER.matcher(cell).matches();
      if (number || procedureCode.matcher(cell).matches()) {
        continue;
      }
      if (decision.isEmpty() && treatment.isPresent() && decisions.alone(cell).isPresent()) {
        decision = Optional.of(cell);
      } else if (amount.matches() && treatment.isPresent()) {
        amounts.add(amount.group(1));
      } else if (treatment.isEmpty()) {
        treatment = Optional.of(cell);
      }
    }
    Optional<String> said = decision;
    return treatment.flatMap(what -> said.map(how -> row(what, amounts, how, columns)));
  }

  /** A row without gaps: what stands before its decision, less number and code. */
  private Optional<Row> ofWords(String line, Set<Column> columns) {
    String rest = line;
    if (columns.contains(Column.NUMBER)) {
      rest = LEADING_NUMBER.matcher(rest).replaceFirst("");
    }
    if (columns.contains(Column.CODE)) {
      rest = LEADING_CODE.matcher(rest).replaceFirst("");
    }
    Optional<ReviewDecision> read = decisions.of(rest).filter(d -> !d.item().isEmpty());
    if (read.isEmpty() || !rest.startsWith(read.get().item())) {
      return Optional.empty();
    }
    String decision = rest.substring(read.get().item().length()).strip();
    boolean counts = columns.contains(Column.REQUESTED) || columns.contains(Column.CERTIFIED);
    Matcher amounts = LAST_AMOUNTS.matcher(read.get().item());
    if (!counts || !amounts.matches()) {
      return Optional.of(new Row(read.get().item(), Optional.empty(), decision));
    }
    var found = new ArrayList<String>();
    found.add(amounts.group(2));
    Optional.ofNullable(amounts.group(3)).ifPresent(found::add);
    return Optional.of(row(amounts.group(1), found, decision, columns));
  }

  /** Of two amounts the first was requested and the second certified. */
  private Row row(String treatment, List<String> amounts, String decision, Set<Column> columns) {
    // "Treatment Requested Certified" reads as two columns, and its rows have two amounts.
    boolean asked = columns.contains(Column.REQUESTED) ? !amounts.isEmpty() : amounts.size() > 1;
    Optional<String> requested = asked ? Optional.of(amounts.getFirst()) : Optional.empty();
    int second = asked ? 1 : 0;
    boolean granted = columns.contains(Column.CERTIFIED) && amounts.size() > second;
    boolean named = decision.chars().anyMatch(Character::isDigit);
    return new Row(
        treatment,
        requested,
        granted && !named ? decision + " Qty " + amounts.get(second) : decision);
  }

  /** A row over all its lines. */
  private record Wrapped(String entry, int end) {}

  /** The row that begins at a line: cells that are too narrow for their words go on below. */
  private Optional<Wrapped> wrapped(List<TextLine> lines, int at, Set<Column> columns) {
    TextLine first = lines.get(at);
    Cells cells = Cells.of(first);
    Optional<Row> row = row(cells, first, columns);
    int end = at + 1;
    if (row.isEmpty() && end < lines.size() && goesOn(lines.get(end), cells, columns)) {
      // "Non-" and "certified": the decision may be wrapped too.
      cells = cells.with(Cells.of(lines.get(end++)));
      row = ofCells(cells.texts(), columns);
    }
    if (row.isEmpty()) {
      return Optional.empty();
    }
    var more = new StringBuilder();
    while (end < lines.size() && noRow(lines.get(end), columns)) {
      Cells below = Cells.of(lines.get(end));
      boolean aligned = more.isEmpty() && goesOn(lines.get(end), cells, columns);
      Optional<Row> whole = aligned ? row(cells.with(below), first, columns) : Optional.empty();
      if (whole.isPresent()) {
        cells = cells.with(below);
        row = whole;
      } else if (goesOn(lines.get(end).text())) {
        more.append(' ').append(lines.get(end).text());
      } else {
        break;
      }
      end++;
    }
    return Optional.of(new Wrapped(row.get().entry(more.toString()), end));
  }

  /** Whether a line has what did not fit into some cells of a row, but not into all of them. */
  private static boolean goesOn(TextLine line, Cells row, Set<Column> columns) {
    Cells below = Cells.of(line);
    boolean numbered =
        columns.contains(Column.NUMBER)
            && !below.list().isEmpty()
            && ROW_NUMBER.matcher(below.texts().getFirst()).matches();
    return !numbered
        && row.list().size() > 2
        && below.list().size() < row.list().size()
        && below.goOnWith(row);
  }

  private boolean noRow(TextLine line, Set<Column> columns) {
    return !line.blank()
        && header(line.text()).isEmpty()
        && row(Cells.of(line), line, columns).isEmpty();
  }

  /** Whether a line has what was too long for the treatment's column, wherever it begins. */
  private static boolean goesOn(String line) {
    return line.length() < WRAPPED
        && Character.isLowerCase(line.charAt(0))
        && line.indexOf(':') < 0
        && GAP.split(line).length == 1;
  }
}
