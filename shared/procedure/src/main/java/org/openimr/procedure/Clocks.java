package org.openimr.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.procedure.internal.Rows;

/**
 * The time limits of the procedure, as the resource {@code clocks.txt} has them, in California's
 * time and by a calendar of its holidays. Day 1 is the day after the event (CCP 12; 8 CCR
 * 9792.9.1(c)(1)); a clock in days ends with its last day, one in hours with its last moment.
 */
public final class Clocks {
  /** Days are counted where the law is. */
  public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  private static final int HOURS_OF_A_DAY = 24;
  private static final Map<ClockName, LegalClock> TABLE = read();
  private static final Clocks IN_USE = new Clocks(HolidayCalendar.inUse());

  private final HolidayCalendar calendar;

  private Clocks(HolidayCalendar calendar) {
    this.calendar = calendar;
  }

  /** By the holiday calendar in use. */
  public static Clocks inUse() {
    return IN_USE;
  }

  /** By another holiday calendar. */
  public static Clocks by(HolidayCalendar calendar) {
    return new Clocks(calendar);
  }

  /** A clock's row. */
  public static LegalClock clock(ClockName name) {
    return Optional.ofNullable(TABLE.get(name))
        .orElseThrow(() -> new IllegalStateException("clocks.txt lacks " + name));
  }

  /** How long before its end any clock may count as coming due. */
  public static Duration longestWarning() {
    return TABLE.values().stream()
        .map(LegalClock::warning)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** The day in California. */
  public static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZONE);
  }

  /** When a clock ends that a day started; hours from an unknown time count as whole days. */
  public Due from(ClockName name, LocalDate event) {
    var clock = clock(name);
    return Due.on(name, last(clock, event, clock.length()));
  }

  /** When a clock ends that a moment started. */
  public Due from(ClockName name, Instant event) {
    var clock = clock(name);
    if (clock.unit() != LegalClock.Unit.HOURS) {
      return from(name, day(event));
    }
    return Due.at(name, event.plus(Duration.ofHours(clock.length())));
  }

  /** When a clock ends that another one makes longer: both in days, and one shift of the last. */
  public Due extended(ClockName name, ClockName by, LocalDate event) {
    var clock = clock(name);
    return Due.on(name, last(clock, event, clock.length() + clock(by).length()));
  }

  /** The first day of a clock that is counted back from a day. */
  public static LocalDate before(ClockName name, LocalDate event) {
    var clock = clock(name);
    return switch (clock.unit()) {
      case MONTHS -> event.minusMonths(clock.length());
      case DAYS -> event.minusDays(clock.length());
      case HOURS, BUSINESS, WORKING ->
          throw new IllegalArgumentException(name + " is not counted back");
    };
  }

  private LocalDate last(LegalClock clock, LocalDate event, int length) {
    var last =
        switch (clock.unit()) {
          case HOURS -> event.plusDays(Math.ceilDiv(length, HOURS_OF_A_DAY));
          case DAYS -> event.plusDays(length);
          case MONTHS -> event.plusMonths(length);
          case BUSINESS, WORKING -> calendar.plusWorkingDays(event, length);
        };
    return switch (clock.lastDay()) {
      case STANDS -> last;
      case NEXT_WORKING_DAY -> calendar.sameOrNextWorkingDay(last);
    };
  }

  private static Map<ClockName, LegalClock> read() {
    var table = new EnumMap<ClockName, LegalClock>(ClockName.class);
    for (List<String> row : Rows.of("clocks.txt", 8)) {
      var clock =
          new LegalClock(
              ClockName.valueOf(row.get(0)),
              LegalClock.Trigger.valueOf(row.get(1)),
              Integer.parseInt(row.get(2)),
              LegalClock.Unit.valueOf(row.get(3)),
              LegalClock.LastDay.valueOf(row.get(4)),
              Duration.parse(row.get(5)),
              row.get(6),
              Rows.verified(row.get(7)));
      if (table.put(clock.name(), clock) != null) {
        throw new IllegalStateException("clocks.txt has " + clock.name() + " twice");
      }
    }
    return table;
  }
}
