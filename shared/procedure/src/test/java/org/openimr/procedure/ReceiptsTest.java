package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptsTest {
  /** Half past five is 01:30 UTC in winter and 00:30 in summer. */
  @ParameterizedTest
  @CsvSource({
    "FAX,        2015-11-18T01:30:00Z, false, 2015-11-17",
    "FAX,        2015-11-18T01:30:01Z, false, 2015-11-18",
    "FAX,        2015-07-15T00:30:00Z, false, 2015-07-14",
    "FAX,        2015-07-15T00:30:01Z, false, 2015-07-15",
    "ELECTRONIC, 2015-11-26T03:00:00Z, false, 2015-11-30",
    "ELECTRONIC, 2015-11-21T03:00:00Z, false, 2015-11-23",
    "FAX,        2016-01-01T02:00:00Z, false, 2016-01-04",
    "FAX,        2016-01-01T02:00:00Z, true,  2015-12-31",
    "MAIL,       2015-12-29T20:00:00Z, false, 2016-01-03",
    "PERSONAL,   2015-11-18T05:00:00Z, false, 2015-11-17"
  })
  void countsWhatComesAfterHoursAsTheNextBusinessDays(
      Receipts.How how, Instant at, boolean expedited, LocalDate day) {
    assertEquals(day, Receipts.by(HolidayCalendar.OFFICES).day(how, at, expedited));
  }
}
