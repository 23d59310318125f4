package org.openimr.reviewers.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.openimr.casefile.Code;
import org.openimr.reviewers.ImportProblem;
import org.openimr.reviewers.RosterCsv;

/** The cells of a line; reading one gives its value, or notes the problem. Not for two threads. */
final class Cells {
  private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  private final long line;
  private final Map<Column, String> cells;
  private final List<ImportProblem> problems = new ArrayList<>();

  Cells(long line, Map<Column, String> cells) {
    this.line = line;
    this.cells = cells;
    cells.forEach(this::checkText);
  }

  List<ImportProblem> problems() {
    return problems;
  }

  void problem(Column column, Code code, String sentence) {
    problems.add(new ImportProblem(line, column.title(), code, sentence));
  }

  /** The cell without white space around it. */
  String text(Column column) {
    return cells.getOrDefault(column, "").strip();
  }

  /** The cell, which must not be empty. */
  String required(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      problem(column, Code.SCHEMA_VIOLATION, "The cell is empty. Fill it in.");
    }
    return text;
  }

  Optional<LocalDate> date(Column column, String text) {
    try {
      var date = LocalDate.parse(text);
      if (!date.isBefore(EARLIEST) && date.isBefore(LATEST)) {
        return Optional.of(date);
      }
    } catch (DateTimeException none) {
      // Said below: a date that is none and one out of range are told the same.
    }
    problem(
        column,
        Code.INVALID_DATE,
        "A date is not one of the calendar. Write year, month and day, such as 2027-05-31.");
    return Optional.empty();
  }

  <E extends Enum<E>> Optional<E> constant(Column column, String text, Class<E> type) {
    var found =
        Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(text)).findFirst();
    if (found.isEmpty()) {
      problem(
          column, Code.SCHEMA_VIOLATION, "A word is unknown. Write one of " + names(type) + ".");
    }
    return found;
  }

  static String names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }

  Optional<Boolean> yesOrNo(Column column) {
    return switch (text(column)) {
      case "YES" -> Optional.of(true);
      case "NO" -> Optional.of(false);
      default -> {
        problem(column, Code.SCHEMA_VIOLATION, "Write YES or NO.");
        yield Optional.empty();
      }
    };
  }

  /**
   * The entries of a list.
   *
   * @param form how an entry is written, its parts divided by bars
   * @param entry reads the parts, or notes the problem and gives nothing
   */
  <T> List<T> entries(
      Column column, String form, BiFunction<Column, List<String>, Optional<T>> entry) {
    var read = new ArrayList<T>();
    int parts = form.split("\\|", -1).length;
    for (String written : text(column).split(";", -1)) {
      var split = Arrays.stream(written.split("\\|", -1)).map(String::strip).toList();
      if (written.isBlank()) {
        continue;
      }
      if (split.size() == parts && split.stream().noneMatch(String::isEmpty)) {
        entry.apply(column, split).ifPresent(read::add);
      } else {
        problem(
            column,
            Code.SCHEMA_VIOLATION,
            "Write each entry as " + form + ", with a semicolon between entries.");
      }
    }
    return read;
  }

  /** Formulas are refused in each part: parts are written into cells of their own later. */
  private void checkText(Column column, String text) {
    if (text.length() > RosterCsv.MAX_CELL_CHARACTERS) {
      problem(
          column,
          Code.SCHEMA_VIOLATION,
          "The cell has more than " + RosterCsv.MAX_CELL_CHARACTERS + " characters. Shorten it.");
    } else if (text.codePoints().anyMatch(Character::isISOControl)) {
      problem(
          column,
          Code.SCHEMA_VIOLATION,
          "The cell has a line break or a control character. Remove it; a quotation mark may have"
              + " been left open.");
    } else if (Arrays.stream(text.split("[;|]")).anyMatch(Cells::beginsFormula)) {
      problem(
          column,
          Code.FORMULA_CELL,
          "A spreadsheet would take the cell for a formula. Remove the sign =, +, - or @ at its"
              + " beginning.");
    }
  }

  private static boolean beginsFormula(String text) {
    String stripped = text.strip();
    return !stripped.isEmpty() && FORMULA_STARTS.indexOf(stripped.charAt(0)) >= 0;
  }
}
