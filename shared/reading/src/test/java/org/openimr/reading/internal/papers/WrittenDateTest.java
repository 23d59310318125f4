package org.openimr.reading.internal.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on 5-1-09 and 10-13-15 | 2009-05-01 2015-10-13",
        "9/26/2013, 09/06/1999 | 2013-09-26 1999-09-06",
        "2/3/29 and 2/3/30 | 2029-02-03 1930-02-03",
        "August 30, 2013 and Sept. 2 2014 | 2013-08-30 2014-09-02",
        "2017-01-06 | 2017-01-06",
        "8 March 2017, 08-MAR-2017 | 2017-03-08 2017-03-08",
        "13/45/2013 | none",
        "C4-5, C5-6, L5-S1, 10/10 to 7/10, Qty 6 | ''"
      })
  void readsDatesInEveryForm(String text, String expected) {
    assertEquals(
        expected,
        WrittenDate.all(text).stream()
            .map(date -> date.date().map(Object::toString).orElse("none"))
            .collect(Collectors.joining(" ")));
  }
}
