package org.openimr.procedure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.procedure.internal.Holiday;
import org.openimr.procedure.internal.Rows;

/**
 * Which days are holidays in California, for any year, by the rules of the resource {@code
 * holidays.txt} (Gov. Code 6700, 6701 and 19853).
 */
public final class HolidayCalendar {
  /** The days on which the state's offices are closed; the day after Thanksgiving is one. */
  public static final HolidayCalendar OFFICES = named("offices");

  /** The days that Gov. Code 6700 names; the day after Thanksgiving is none. */
  public static final HolidayCalendar STATUTE = named("statute");

  private final String name;
  private final List<Holiday> holidays;

  private HolidayCalendar(String name, List<Holiday> holidays) {
    this.name = name;
    this.holidays = List.copyOf(holidays);
  }

  /**
   * A calendar of the resource.
   *
   * @throws IllegalStateException if it has none of that name
   */
  public static HolidayCalendar named(String name) {
    var holidays = Holiday.ALL.stream().filter(day -> day.calendars().contains(name)).toList();
    if (holidays.isEmpty()) {
      throw new IllegalStateException("there is no holiday calendar " + name);
    }
    return new HolidayCalendar(name, holidays);
  }

  /** The calendar that the resource names as the one in use. */
  public static HolidayCalendar inUse() {
    return Rows.lines("holidays.txt").stream()
        .filter(line -> line.startsWith("use "))
        .map(line -> named(line.substring("use ".length()).strip()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no holiday calendar is in use"));
  }

  /** Its name in the resource. */
  public String name() {
    return name;
  }

  /** The holidays of a year with the days on which they are observed. */
  public SortedMap<LocalDate, String> holidays(int year) {
    var days = new TreeMap<LocalDate, String>();
    for (Holiday holiday : holidays) {
      holiday.in(year).forEach(day -> days.put(day, holiday.name()));
    }
    return days;
  }

  /** Whether offices work on a day: it is no Saturday, Sunday or holiday. */
  public boolean works(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && holidays.stream().noneMatch(holiday -> holiday.in(day.getYear()).contains(day));
  }

  /** The day itself if offices work on it, else the next one on which they do. */
  public LocalDate sameOrNextWorkingDay(LocalDate day) {
    var next = day;
    while (!works(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** The day that is a number of working days after a day, which itself does not count. */
  public LocalDate plusWorkingDays(LocalDate day, int workingDays) {
    var last = day;
    for (int i = 0; i < workingDays; i++) {
      last = sameOrNextWorkingDay(last.plusDays(1));
    }
    return last;
  }
}
