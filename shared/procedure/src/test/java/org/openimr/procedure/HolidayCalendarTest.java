package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {
  @Test
  void closesTheOfficesOnElevenHolidays() {
    assertEquals(
        List.of(
            "2018-01-01",
            "2018-01-15",
            "2018-02-19",
            "2018-03-31",
            "2018-05-28",
            "2018-07-04",
            "2018-09-03",
            "2018-11-11",
            "2018-11-12",
            "2018-11-22",
            "2018-11-23",
            "2018-12-25"),
        days(HolidayCalendar.OFFICES, 2018));
  }

  @Test
  void namesTheStatutesHolidaysWithoutTheDayAfterThanksgiving() {
    assertEquals(
        List.of(
            "2018-01-01",
            "2018-01-15",
            "2018-02-12",
            "2018-02-19",
            "2018-03-31",
            "2018-05-28",
            "2018-07-04",
            "2018-09-03",
            "2018-09-09",
            "2018-09-10",
            "2018-09-28",
            "2018-10-08",
            "2018-11-11",
            "2018-11-12",
            "2018-11-22",
            "2018-12-25"),
        days(HolidayCalendar.STATUTE, 2018));
  }

  /** Sundays move to Monday; only Veterans Day moves from a Saturday, to Friday. */
  @ParameterizedTest
  @CsvSource({
    "2017-01-02, false",
    "2023-01-02, false",
    "2022-12-26, false",
    "2021-07-05, false",
    "2019-04-01, false",
    "2024-04-01, false",
    "2017-11-10, false",
    "2023-11-10, false",
    "2021-12-24, true",
    "2021-12-31, true",
    "2020-07-03, true",
    "2015-11-26, false",
    "2015-11-27, false",
    "2019-11-28, false",
    "2019-11-21, true",
    "2016-05-30, false",
    "2022-05-30, false",
    "2021-05-24, true",
    "2016-02-29, true",
    "2018-03-30, true",
    "2016-02-15, false",
    "2015-10-12, true",
    "2015-03-31, false",
    "2015-12-26, false",
    "2015-12-27, false"
  })
  void knowsWhetherOfficesWork(LocalDate day, boolean works) {
    assertEquals(works, HolidayCalendar.OFFICES.works(day));
  }

  @Test
  void hasNoHolidayBeforeItsFirstYear() {
    assertEquals(
        List.of(false, true),
        List.of(
            days(HolidayCalendar.OFFICES, 2000).contains("2000-03-31"),
            days(HolidayCalendar.OFFICES, 2001).contains("2001-03-31")));
  }

  @Test
  void countsOverTheEndOfAYear() {
    assertEquals(
        LocalDate.parse("2018-01-03"),
        HolidayCalendar.OFFICES.plusWorkingDays(LocalDate.parse("2017-12-28"), 3));
  }

  @Test
  void usesTheOfficesCalendar() {
    assertEquals("offices", HolidayCalendar.inUse().name());
  }

  private static List<String> days(HolidayCalendar calendar, int year) {
    return calendar.holidays(year).keySet().stream().map(LocalDate::toString).toList();
  }
}
