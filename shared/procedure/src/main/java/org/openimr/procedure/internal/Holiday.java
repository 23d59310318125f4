package org.openimr.procedure.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A holiday by its rule: a row of {@code holidays.txt}.
 *
 * @param firstYear before it there was none
 */
public record Holiday(
    String name, Rule rule, Set<String> calendars, int firstYear, Observed observed) {
  /** All of the resource. */
  public static final List<Holiday> ALL =
      Rows.of("holidays.txt", 7).stream().map(Holiday::of).toList();

  private static final String DAY_AFTER = "+1";

  /** Copies the set. */
  public Holiday {
    calendars = Set.copyOf(calendars);
  }

  /** When a holiday falls. */
  sealed interface Rule {
    /** On the same date each year. */
    record OnDate(MonthDay date) implements Rule {}

    /**
     * On a weekday of a month.
     *
     * @param ordinal from 1; -1 for the last
     * @param daysAfter how many days after that weekday
     */
    record OnWeekday(int ordinal, DayOfWeek weekday, Month month, int daysAfter) implements Rule {}

    /** The day in a year. */
    default LocalDate in(int year) {
      return switch (this) {
        case OnDate(MonthDay date) -> date.atYear(year);
        case OnWeekday(int ordinal, DayOfWeek weekday, Month month, int daysAfter) ->
            LocalDate.of(year, month, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday))
                .plusDays(daysAfter);
      };
    }
  }

  /** What becomes of one that falls on a weekend. */
  enum Observed {
    AS_IT_FALLS,
    /** On a Sunday: the Monday after it. */
    MONDAY,
    /** The same, and on a Saturday the Friday before it. */
    BOTH
  }

  /** The days that are holidays by it in a year: the date, and the day of observance. */
  public Set<LocalDate> in(int year) {
    var days = new TreeSet<LocalDate>();
    if (year >= firstYear) {
      var day = rule.in(year);
      days.add(day);
      if (day.getDayOfWeek() == DayOfWeek.SUNDAY && observed != Observed.AS_IT_FALLS) {
        days.add(day.plusDays(1));
      }
      if (day.getDayOfWeek() == DayOfWeek.SATURDAY && observed == Observed.BOTH) {
        days.add(day.minusDays(1));
      }
    }
    return days;
  }

  private static Holiday of(List<String> row) {
    Rows.verified(row.get(6));
    return new Holiday(
        row.get(0),
        rule(row.get(1)),
        Set.copyOf(Arrays.stream(row.get(2).split(",", -1)).map(String::strip).toList()),
        Integer.parseInt(row.get(3)),
        Observed.valueOf(row.get(4)));
  }

  private static Rule rule(String text) {
    var words = List.of(text.split(" ", -1));
    if (words.size() == 1) {
      return new Rule.OnDate(MonthDay.parse("--" + text));
    }
    int after = words.getLast().equals(DAY_AFTER) ? 1 : 0;
    var rule = words.subList(0, words.size() - after);
    int month = Integer.parseInt(rule.getLast());
    var weekday = DayOfWeek.valueOf(rule.get(rule.size() - 2));
    int ordinal = rule.getFirst().equals("LAST") ? -1 : Integer.parseInt(rule.get(1));
    return new Rule.OnWeekday(ordinal, weekday, Month.of(month), after);
  }
}
