package org.openimr.reading.internal.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Priority;

/**
 * The header grid of a determination (domain brief 3.3), in any order that extraction gives it: in
 * rows, in columns, with labels wrapped around their values.
 */
final class HeaderGrid {
  /** A date of the grid, in the order in which the dates must fall. */
  enum Label {
    DATE_OF_INJURY("Date of Injury", "DOI:", "Injury Date"),
    UR_DENIAL_DATE("UR Denial Date", "UR Decision Date", "Date of UR Decision"),
    APPLICATION_RECEIVED("Application Received", "Application", "Application"),
    DATE_ASSIGNED("Date Assigned", "Assigned Date", "Assigned:"),
    DECISION_DATE("Decision Date", "Dated:", "Date of Decision");

    private final String printed;
    private final String other;
    private final String third;

    Label(String printed, String other, String third) {
      this.printed = printed;
      this.other = other;
      this.third = third;
    }

    /** How many chars of a line from there on are this label; 0 where it is not. */
    int length(String line, int at) {
      for (String name : List.of(printed, other, third)) {
        if (line.regionMatches(true, at, name, 0, name.length())) {
          return name.length();
        }
      }
      return 0;
    }
  }

  private record Waiting(Label label, int line) {}

  private final Map<Label, LocalDate> dates = new EnumMap<>(Label.class);
  private final List<Waiting> waiting = new ArrayList<>();
  private Optional<Priority> priority = Optional.empty();
  private Optional<Label> invalid = Optional.empty();

  private HeaderGrid() {}

  /** The grid in the lines above a letter's first heading. */
  static Outcome<HeaderGrid> read(List<String> lines) {
    var grid = new HeaderGrid();
    for (int i = 0; i < lines.size(); i++) {
      grid.line(lines.get(i), i);
    }
    if (grid.invalid.isPresent()) {
      return Outcome.rejected(
          Code.INVALID_DATE,
          "The date beside \"%s\" is not in the calendar. Correct it and upload the file again."
              .formatted(grid.invalid.get().printed));
    }
    return grid.inOrder();
  }

  Optional<LocalDate> date(Label label) {
    return Optional.ofNullable(dates.get(label));
  }

  Optional<Priority> priority() {
    return priority;
  }

  private void line(String line, int number) {
    List<WrittenDate> values = WrittenDate.all(line);
    int value = 0;
    int at = 0;
    while (at < line.length()) {
      if (value < values.size() && values.get(value).start() == at) {
        take(values.get(value), number);
        at = values.get(value++).end();
      } else {
        at = label(line, at, number);
      }
    }
  }

  /** Notes a label or priority that begins here; the next place to look at. */
  private int label(String line, int at, int number) {
    boolean wordBegins = at == 0 || !Character.isLetter(line.charAt(at - 1));
    if (!wordBegins || !Character.isLetter(line.charAt(at))) {
      return at + 1;
    }
    for (Label label : Label.values()) {
      int length = label.length(line, at);
      if (length > 0) {
        waiting.add(new Waiting(label, number));
        return at + length;
      }
    }
    for (Priority each : Priority.values()) {
      if (priority.isEmpty()
          && line.regionMatches(true, at, each.name(), 0, each.name().length())) {
        priority = Optional.of(each);
      }
    }
    return at + 1;
  }

  /** A value belongs to the label before it on its line, else to the label that waits longest. */
  private void take(WrittenDate value, int line) {
    if (waiting.isEmpty()) {
      return;
    }
    boolean sameLine = waiting.getLast().line() == line;
    Label label = (sameLine ? waiting.removeLast() : waiting.removeFirst()).label();
    if (value.date().isEmpty()) {
      invalid = Optional.of(label);
    }
    value.date().ifPresent(date -> dates.putIfAbsent(label, date));
  }

  private Outcome<HeaderGrid> inOrder() {
    Optional<Label> earlier = Optional.empty();
    for (Label label : Label.values()) {
      LocalDate date = dates.get(label);
      if (date != null && earlier.isPresent()) {
        LocalDate before = dates.get(earlier.get());
        if (before != null && before.isAfter(date)) {
          return Outcome.rejected(
              Code.IMPOSSIBLE_DATES,
              "\"%s\" is later than \"%s\". Correct the dates and upload the file again."
                  .formatted(earlier.get().printed, label.printed));
        }
      }
      if (date != null) {
        earlier = Optional.of(label);
      }
    }
    return Outcome.accepted(this);
  }
}
