package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatePenaltyTest {
  @ParameterizedTest
  @CsvSource({
    "2015-11-27, 2015-11-20, 0",
    "2015-11-27, 2015-11-27, 0",
    "2015-11-27, 2015-11-28, 500",
    "2015-12-30, 2016-01-02, 1500",
    "2015-11-27, 2015-12-07, 5000",
    "2015-11-27, 2015-12-08, 5000",
    "2015-11-27, 2019-11-27, 5000"
  })
  void growsByTheDayUpToItsLimit(LocalDate due, LocalDate came, int dollars) {
    assertEquals(dollars, LatePenalty.LATE_RECORDS.dollars(due, came));
  }
}
