package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsClockTest {
  private static final Instant NOTICE = Instant.parse("2015-11-12T20:00:00Z");

  private static RecordsClock by(ClockName clock) {
    var due =
        clock == ClockName.RECORDS_EXPEDITED
            ? Clocks.inUse().from(clock, NOTICE)
            : Due.on(clock, LocalDate.parse("2015-11-13"));
    return RecordsClock.of(new DueDates(List.of(due))).orElseThrow();
  }

  /** A Friday; half past five in California is 01:30 UTC of the next day. */
  @ParameterizedTest
  @CsvSource({
    "RECORDS_BY_MAIL, 2015-11-14T01:30:00Z, false, 0",
    "RECORDS_BY_MAIL, 2015-11-14T01:30:01Z, true, 1500",
    "RECORDS_ELECTRONIC, 2015-11-17T00:00:00Z, true, 1500",
    "RECORDS_ELECTRONIC, 2016-11-17T00:00:00Z, true, 5000",
    "RECORDS_EXPEDITED, 2015-11-13T19:59:59Z, false, 0",
    "RECORDS_EXPEDITED, 2015-11-13T20:00:00Z, true, 0",
    "RECORDS_EXPEDITED, 2015-11-14T20:00:00Z, true, 500"
  })
  void saysWhetherPapersAreLateAndWhatItCosts(
      ClockName clock, Instant came, boolean late, int dollars) {
    var records = by(clock);
    assertEquals(List.of(late, dollars), List.of(records.isLate(came), records.penalty(came)));
  }

  @Test
  void withoutANoticeThereIsNoClock() {
    assertEquals(Optional.empty(), RecordsClock.of(DueDates.NONE));
  }
}
