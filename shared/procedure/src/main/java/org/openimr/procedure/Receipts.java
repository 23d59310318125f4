package org.openimr.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.procedure.internal.Rows;

/**
 * The day on which something that was sent counts as received (8 CCR 9792.9.1(a)): a fax or an
 * e-mail that comes after 5:30 p.m. Pacific time counts as the next business day's, unless it is an
 * expedited request; a letter counts five days after it was mailed.
 */
public final class Receipts {
  private static final Map<How, Rule> RULES = read();

  private final HolidayCalendar calendar;

  private Receipts(HolidayCalendar calendar) {
    this.calendar = calendar;
  }

  /** How something was sent. */
  public enum How {
    FAX,
    ELECTRONIC,
    MAIL,
    PERSONAL
  }

  private record Rule(Optional<LocalTime> until, int daysAdded) {}

  /** By a holiday calendar. */
  public static Receipts by(HolidayCalendar calendar) {
    return new Receipts(calendar);
  }

  /**
   * The day that counts.
   *
   * @param at when it arrived; for a letter, when it was mailed
   */
  public LocalDate day(How how, Instant at, boolean expedited) {
    var rule =
        Optional.ofNullable(RULES.get(how))
            .orElseThrow(() -> new IllegalStateException("receipts.txt lacks " + how));
    var local = at.atZone(Clocks.ZONE);
    var day = local.toLocalDate().plusDays(rule.daysAdded);
    boolean late = rule.until.filter(until -> local.toLocalTime().isAfter(until)).isPresent();
    return late && !expedited ? calendar.plusWorkingDays(day, 1) : day;
  }

  private static Map<How, Rule> read() {
    var rules = new EnumMap<How, Rule>(How.class);
    for (List<String> row : Rows.of("receipts.txt", 5)) {
      Rows.verified(row.get(4));
      rules.put(
          How.valueOf(row.get(0)),
          new Rule(
              cell(row.get(1)).map(LocalTime::parse),
              cell(row.get(2)).map(Integer::parseInt).orElse(0)));
    }
    return rules;
  }

  private static Optional<String> cell(String text) {
    return Optional.of(text).filter(there -> !there.equals("-"));
  }
}
