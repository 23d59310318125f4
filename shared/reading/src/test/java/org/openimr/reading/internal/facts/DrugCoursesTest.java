package org.openimr.reading.internal.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.reading.internal.facts.DrugCourses.Course;

/** What the words around a drug's name say of its course; the star stands for the name. */
class DrugCoursesTest {
  private static final LocalDate REPORT = LocalDate.of(2015, 10, 13);

  private final DrugCourses courses = new DrugCourses();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i am starting * 50 mg twice a day | STARTS",
        "plan: trial of * | STARTS",
        "she was switched from norco to * | STARTS",
        "* was started today | STARTS",
        "* first prescribed | STARTS",
        "continue norco and start * | STARTS",
        "start therapy and continue * | GOES_ON",
        "he takes * three times a day | GOES_ON",
        "* was started in 2012 | GOES_ON",
        "* was started three years ago | GOES_ON",
        "she had a trial of * | GOES_ON",
        "failed trials of * | GOES_ON",
        "* helps her sleep | GOES_ON",
        "a refill of * was requested | GOES_ON",
        "* was prescribed | PRESCRIBED",
        "the patient was given * | PRESCRIBED",
        "current medications: * | -"
      })
  void readsTheCourse(String sentence, String course) {
    assertEquals(course, course(sentence, Optional.empty()));
  }

  @Test
  void takesABeginningOfTheDayOfTheReportForOne() {
    assertEquals("STARTS", course("* was started on that day", Optional.of(REPORT)));
  }

  @Test
  void takesABeginningOfAnEarlierMonthForUse() {
    assertEquals("GOES_ON", course("* was started then", Optional.of(REPORT.minusMonths(1))));
  }

  private String course(String sentence, Optional<LocalDate> stated) {
    int name = sentence.indexOf('*');
    return courses
        .of(sentence.substring(0, name), sentence.substring(name + 1), stated, Optional.of(REPORT))
        .map(Course::name)
        .orElse("-");
  }
}
