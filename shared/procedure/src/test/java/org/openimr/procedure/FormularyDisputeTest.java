package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.procedure.Papers.fields;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.Employee;

class FormularyDisputeTest {
  /** Noon of a Friday in California, the day of vector T34. */
  private static final Instant CUT = Instant.parse("2018-11-16T20:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2018-01-01, Norco 10/325mg #60,                          true,  true",
    "2017-12-31, Norco 10/325mg #60,                          false, false",
    "2018-11-12, Gabapentin 600mg #90; MRI of the lumbar spine, true,  false",
    "2018-11-12, MRI of the lumbar spine,                     false, false",
    "2018-11-12, Naproxen 550mg #60; Omeprazole 20mg #60,     true,  true"
  })
  void isReadFromTheDateAndTheWordingOfTheItems(
      LocalDate decided, String items, boolean some, boolean only) {
    var fields = disputed(decided, items);
    assertEquals(
        List.of(some, only),
        List.of(FormularyDispute.overSomeDrug(fields), FormularyDispute.overDrugsOnly(fields)));
  }

  @Test
  void isNotThereWithoutADateOrAnItem() {
    assertEquals(
        List.of(false, false),
        List.of(
            FormularyDispute.overDrugsOnly(CaseFields.UNKNOWN),
            FormularyDispute.overDrugsOnly(
                fields(
                    Employee.UNKNOWN,
                    Optional.empty(),
                    Optional.of(LocalDate.parse("2019-01-01")),
                    List.of()))));
  }

  /** Vector T34 with the day after Thanksgiving as a holiday. */
  @Test
  void hasTheDeterminationDueInFiveWorkingDays() {
    var due =
        DueDates.of(
            disputed(LocalDate.parse("2018-11-12"), "Norco 10/325mg #60"),
            new Readiness.Ready(List.of()),
            DueDates.NONE,
            CUT);
    assertEquals(
        List.of(Due.on(ClockName.DETERMINATION_FORMULARY, LocalDate.parse("2018-11-27"))),
        due.all());
  }

  private static CaseFields disputed(LocalDate decided, String items) {
    return fields(
        Employee.UNKNOWN,
        Optional.empty(),
        Optional.of(decided),
        Arrays.stream(items.split("; ", -1))
            .map(
                item ->
                    new DisputedItem(
                        item, Optional.empty(), List.of(), Optional.empty(), Optional.empty()))
            .toList());
  }
}
