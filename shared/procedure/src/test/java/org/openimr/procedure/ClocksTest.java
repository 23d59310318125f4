package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClocksTest {
  private static final Clocks CLOCKS = Clocks.by(HolidayCalendar.OFFICES);

  @Test
  void hasARowForEveryName() {
    assertEquals(
        List.of(ClockName.values()),
        Arrays.stream(ClockName.values()).map(name -> Clocks.clock(name).name()).toList());
  }

  @Test
  void saysWhichLimitsNobodyHasHeldAgainstTheirSource() {
    assertEquals(
        List.of(
            ClockName.RETURN_INCOMPLETE_REQUEST,
            ClockName.UR_EXTENDED,
            ClockName.UR_RETROSPECTIVE,
            ClockName.UR_FORMULARY,
            ClockName.UR_DEFERRAL_NOTICE,
            ClockName.UR_INTERNAL_APPEAL,
            ClockName.UR_DENIAL_EFFECT,
            ClockName.FILING_FORMULARY,
            ClockName.FILING_AFTER_LIABILITY,
            ClockName.MAIL_EXTENSION,
            ClockName.RECORDS_BY_STATUTE,
            ClockName.MORE_RECORDS,
            ClockName.MORE_RECORDS_EXPEDITED,
            ClockName.DETERMINATION_EXPEDITED,
            ClockName.DETERMINATION_EXTENSION),
        Arrays.stream(ClockName.values()).filter(name -> !Clocks.clock(name).verified()).toList());
  }

  /** Regular reviews end on a Sunday where day 30 is one (vector T33). */
  @ParameterizedTest
  @CsvSource({
    "DETERMINATION,            2015-11-20, 2015-12-20",
    "DETERMINATION,            2016-01-30, 2016-02-29",
    "DETERMINATION,            2015-01-30, 2015-03-01",
    "DETERMINATION,            2015-12-15, 2016-01-14",
    "DETERMINATION_LATEST,     2015-11-12, 2015-12-27",
    "DETERMINATION_EXTENSION,  2015-12-20, 2015-12-23",
    "DETERMINATION_FORMULARY,  2018-11-16, 2018-11-27",
    "DETERMINATION_FORMULARY,  2018-12-21, 2018-12-31",
    "DETERMINATION_FORMULARY,  2018-12-24, 2019-01-02",
    "RECORDS_BY_MAIL,          2015-11-12, 2015-11-30",
    "RECORDS_BY_MAIL,          2015-12-10, 2015-12-28",
    "RECORDS_BY_MAIL,          2015-11-16, 2015-12-01",
    "RECORDS_ELECTRONIC,       2015-11-12, 2015-11-24",
    "RECORDS_ELECTRONIC,       2016-02-17, 2016-02-29",
    "RECORDS_EXPEDITED,        2015-11-12, 2015-11-13",
    "ELIGIBILITY_REPLY,        2015-11-20, 2015-12-01",
    "ELIGIBILITY_REPLY_2013,   2013-03-16, 2013-04-02",
    "NOTICE_OF_ASSIGNMENT,     2015-11-25, 2015-11-30",
    "IMPLEMENT_FUTURE_SERVICE, 2016-12-23, 2017-01-03",
    "IMPLEMENT_PAST_SERVICE,   2016-02-09, 2016-02-29",
    "APPEAL,                   2015-12-02, 2016-01-04",
    "APPEAL,                   2016-01-31, 2016-03-01",
    "FILING,                   2015-10-21, 2015-11-20",
    "FILING,                   2015-10-27, 2015-11-30",
    "FILING_FORMULARY,         2018-11-12, 2018-11-26",
    "UR_STANDARD,              2015-11-23, 2015-12-02",
    "UR_DENIAL_EFFECT,         2016-02-29, 2017-02-28"
  })
  void countsFromTheDayAfterTheEvent(ClockName name, LocalDate event, LocalDate last) {
    assertEquals(new Due(name, last, Optional.empty()), CLOCKS.from(name, event));
  }

  /** Vector T34: the holiday calendar decides whether the day after Thanksgiving counts. */
  @Test
  void countsTheDayAfterThanksgivingWhereItIsNoHoliday() {
    assertEquals(
        LocalDate.parse("2018-11-26"),
        Clocks.by(HolidayCalendar.STATUTE)
            .from(ClockName.DETERMINATION_FORMULARY, LocalDate.parse("2018-11-16"))
            .day());
  }

  /** Hours are elapsed time: 72 of them end an hour earlier or later by the clock on the wall. */
  @ParameterizedTest
  @CsvSource({
    "DETERMINATION_EXPEDITED, 2015-11-12T18:00:00Z, 2015-11-15, 2015-11-15T18:00:00Z",
    "DETERMINATION_EXPEDITED, 2016-03-11T20:00:00Z, 2016-03-14, 2016-03-14T20:00:00Z",
    "DETERMINATION_EXPEDITED, 2015-10-31T06:30:00Z, 2015-11-02, 2015-11-03T06:30:00Z",
    "UR_EXPEDITED,            2015-12-30T08:30:00Z, 2016-01-02, 2016-01-02T08:30:00Z",
    "RECORDS_EXPEDITED,       2015-11-13T07:59:00Z, 2015-11-13, 2015-11-14T07:59:00Z"
  })
  void endsClocksInHoursAtAMoment(ClockName name, Instant event, LocalDate last, Instant end) {
    assertEquals(new Due(name, last, Optional.of(end)), CLOCKS.from(name, event));
  }

  /** A day's end is 23, 24 or 25 hours after its start. */
  @ParameterizedTest
  @CsvSource({
    "2016-03-13, 2016-03-14T07:00:00Z",
    "2015-11-01, 2015-11-02T08:00:00Z",
    "2015-12-20, 2015-12-21T08:00:00Z"
  })
  void endsADayAtMidnightInCalifornia(LocalDate day, Instant end) {
    assertEquals(end, new Due(ClockName.DETERMINATION, day, Optional.empty()).end());
  }

  @Test
  void isPastOnlyAfterItsLastMoment() {
    var due = new Due(ClockName.DETERMINATION, LocalDate.parse("2015-12-20"), Optional.empty());
    assertEquals(
        List.of(false, true),
        List.of(
            due.isPast(Instant.parse("2015-12-21T07:59:59Z")),
            due.isPast(Instant.parse("2015-12-21T08:00:00Z"))));
  }

  @Test
  void takesTheDayOfAMomentInCalifornia() {
    assertEquals(
        LocalDate.parse("2015-12-20"),
        CLOCKS.from(ClockName.DETERMINATION, Instant.parse("2015-11-21T07:30:00Z")).day());
  }

  @Test
  void countsMonthsBackToTheSameDayOrTheLastOfTheMonth() {
    assertEquals(
        List.of(LocalDate.parse("2015-04-13"), LocalDate.parse("2016-02-29")),
        List.of(
            Clocks.before(ClockName.REPORTS_BEFORE_REQUEST, LocalDate.parse("2015-10-13")),
            Clocks.before(ClockName.REPORTS_BEFORE_REQUEST, LocalDate.parse("2016-08-31"))));
  }

  /** Vector T35: served by mail 2015-10-21, applied on day 33. */
  @Test
  void addsFiveDaysForServiceByMailByPolicy() {
    var served = LocalDate.parse("2015-10-21");
    assertEquals(
        List.of("2015-11-20", "2015-11-25", "2015-11-20"),
        List.of(
            deadline(FilingPolicy.SERVICE_DAY_ONLY, served, true),
            deadline(FilingPolicy.MAIL_PLUS_5, served, true),
            deadline(FilingPolicy.MAIL_PLUS_5, served, false)));
  }

  /** The last day moves once, after the five days are added. */
  @Test
  void movesALastDayOnlyOnce() {
    assertEquals(
        "2015-12-28", deadline(FilingPolicy.MAIL_PLUS_5, LocalDate.parse("2015-11-21"), true));
  }

  private static String deadline(FilingPolicy policy, LocalDate served, boolean byMail) {
    return policy.deadline(CLOCKS, ClockName.FILING, served, byMail).day().toString();
  }
}
