package org.openimr.reading.internal.papers;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.reading.internal.papers.ReviewColumns.Column;

/**
 * Finds the table of a utilization review decision: a header, and rows that end in a decision, set
 * with gaps, bars or, as a PDF gives them, with single spaces. Numbers of rows and codes of
 * procedures name no treatment. Immutable.
 */
final class ReviewTable {
  /** A cell below the treatment of a row that is wrapped is no longer than this. */
  private static final int WRAPPED = 60;

  private static final Pattern GAP = Pattern.compile("\\s*\\|\\s*|\\s{2,}|\\t");
  private static final Pattern ROW_NUMBER = Pattern.compile("^#?\\d{1,2}[.)]?$");
  private static final Pattern LEADING_NUMBER = Pattern.compile("^#?\\d{1,2}[.)]?\\s+");
  private static final Pattern LEADING_CODE =
      Pattern.compile("(?i)^(?:(?:cpt|hcpcs):?\\s*)?(?:\\d{5}|[A-V]\\d{4})(?:-[A-Z0-9]{2})?\\s+");
  private static final Pattern AMOUNT = Pattern.compile("^#?(\\d+(?:\\.\\d+)?)$");
  private static final Pattern FIRST_AMOUNT = Pattern.compile("^#?(\\d+(?:\\.\\d+)?)\\b");
  private static final Pattern LAST_AMOUNTS =
      Pattern.compile("^(.*?[^\\d\\s].*?)\\s+#?(\\d+)(?:\\s+#?(\\d+))?$");

  private final Pattern procedureCode;
  private final List<Pattern> ended;
  private final ReviewColumns.Reader headers;
  private final ReviewDecision.Reader decisions;

  ReviewTable(Cues cues, ReviewDecision.Reader decisions) {
    this.decisions = decisions;
    headers = new ReviewColumns.Reader(cues);
    procedureCode = Pattern.compile(cues.only("procedure-code"));
    ended = cues.section("ended").stream().map(Pattern::compile).toList();
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
    var named = new HashSet<Integer>();
    Optional<ReviewColumns> open = Optional.empty();
    for (int at = 0; at < lines.size(); at++) {
      Optional<ReviewColumns> header = headers.at(lines, at);
      if (header.isPresent()) {
        named.add(at);
        at += header.get().lines() - 1;
        named.add(at);
        open = header;
      } else if (open.isPresent()) {
        Optional<Wrapped> row = wrapped(lines, at, open.get());
        if (row.isPresent()) {
          entries.put(at, row.get().entry());
          ends.put(at, row.get().end());
        }
      }
    }
    return new Rows(entries, ends, named);
  }

  /** A row, with its treatment where it is not wrapped. */
  private record Row(String treatment, Optional<String> requested, String decision) {
    String entry(String more) {
      return treatment + more + requested.map(n -> " Qty " + n).orElse("") + ": " + decision;
    }
  }

  private Optional<Row> row(Cells cells, TextLine line, ReviewColumns columns) {
    List<String> texts = cells.texts();
    Optional<Row> placed = placed(cells, columns);
    // What begins below another column is of a row above: a reason may say "denied".
    boolean below =
        columns.parted() && line.indent() > 0 && !columns.of(cells).containsKey(Column.TREATMENT);
    if (placed.isPresent() || below) {
      return placed;
    }
    return texts.size() > 2 || (texts.size() == 2 && decisions.alone(texts.get(1)).isPresent())
        ? ofCells(texts, columns)
        : ofWords(line.text(), columns);
  }

  /** A row whose cells stand below the cells of its header, in whatever order. */
  private Optional<Row> placed(Cells cells, ReviewColumns columns) {
    Map<Column, String> said = columns.parted() ? columns.of(cells) : Map.of();
    Optional<String> treatment = Optional.ofNullable(said.get(Column.TREATMENT));
    Optional<String> decision =
        Optional.ofNullable(said.get(Column.DECISION))
            .filter(words -> decisions.alone(words).isPresent());
    if (treatment.isEmpty() || decision.isEmpty()) {
      return Optional.empty();
    }
    String requested = said.getOrDefault(Column.REQUESTED, "");
    Matcher amount = AMOUNT.matcher(requested);
    Matcher granted = FIRST_AMOUNT.matcher(said.getOrDefault(Column.CERTIFIED, ""));
    boolean counted = amount.matches();
    boolean named = decision.get().chars().anyMatch(Character::isDigit);
    return Optional.of(
        new Row(
            treatment.get() + (counted || requested.isEmpty() ? "" : ", " + requested),
            counted ? Optional.of(amount.group(1)) : Optional.empty(),
            granted.find() && !named
                ? decision.get() + " Qty " + granted.group(1)
                : decision.get()));
  }

  private Optional<Row> ofCells(List<String> cells, ReviewColumns columns) {
    Optional<String> treatment = Optional.empty();
    Optional<String> decision = Optional.empty();
    var amounts = new ArrayList<String>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      Matcher amount = AMOUNT.matcher(cell);
      boolean number = i == 0 && columns.has(Column.NUMBER) && ROW_NUMBER.matcher(cell).matches();
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
  private Optional<Row> ofWords(String line, ReviewColumns columns) {
    String rest = line;
    if (columns.has(Column.NUMBER)) {
      rest = LEADING_NUMBER.matcher(rest).replaceFirst("");
    }
    if (columns.has(Column.CODE)) {
      rest = LEADING_CODE.matcher(rest).replaceFirst("");
    }
    Optional<ReviewDecision> read = decisions.of(rest).filter(d -> !d.item().isEmpty());
    if (read.isEmpty() || !rest.startsWith(read.get().item())) {
      return Optional.empty();
    }
    String decision = rest.substring(read.get().item().length()).strip();
    boolean counts = columns.has(Column.REQUESTED) || columns.has(Column.CERTIFIED);
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
  private Row row(String treatment, List<String> amounts, String decision, ReviewColumns columns) {
    // "Treatment Requested Certified" reads as two columns, and its rows have two amounts.
    boolean asked = columns.has(Column.REQUESTED) ? !amounts.isEmpty() : amounts.size() > 1;
    Optional<String> requested = asked ? Optional.of(amounts.getFirst()) : Optional.empty();
    int second = asked ? 1 : 0;
    boolean granted = columns.has(Column.CERTIFIED) && amounts.size() > second;
    boolean named = decision.chars().anyMatch(Character::isDigit);
    return new Row(
        treatment,
        requested,
        granted && !named ? decision + " Qty " + amounts.get(second) : decision);
  }

  /** A row over all its lines. */
  private record Wrapped(String entry, int end) {}

  /** The row that begins at a line: cells that are too narrow for their words go on below. */
  private Optional<Wrapped> wrapped(List<TextLine> lines, int at, ReviewColumns columns) {
    TextLine first = lines.get(at);
    Cells cells = Cells.of(first);
    Optional<Row> row = row(cells, first, columns);
    int end = at + 1;
    if (row.isEmpty() && end < lines.size() && goesOn(lines.get(end), cells, columns)) {
      // "Non-" and "certified": the decision may be wrapped too.
      cells = cells.with(Cells.of(lines.get(end++)));
      row = row(cells, first, columns);
    }
    if (row.isEmpty()) {
      return Optional.empty();
    }
    var more = new StringBuilder();
    while (end < lines.size() && noRow(lines, end, columns)) {
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
  private boolean goesOn(TextLine line, Cells row, ReviewColumns columns) {
    Cells below = Cells.of(line);
    boolean numbered =
        columns.has(Column.NUMBER)
            && !below.list().isEmpty()
            && ROW_NUMBER.matcher(below.texts().getFirst()).matches();
    return !numbered
        && !ends(line, below)
        && row.list().size() > 2
        && below.list().size() < row.list().size()
        && below.goOnWith(row);
  }

  /** Whether a line signs the paper below its table. */
  private boolean ends(TextLine line, Cells cells) {
    return line.indent() == 0
        && cells.list().size() == 1
        && Character.isUpperCase(line.text().charAt(0))
        && ended.stream().anyMatch(end -> end.matcher(line.text()).find());
  }

  private boolean noRow(List<TextLine> lines, int at, ReviewColumns columns) {
    TextLine line = lines.get(at);
    return !line.blank()
        && headers.at(lines, at).isEmpty()
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
