package org.openimr.reading.internal.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import java.time.LocalDate;
import java.util.Optional;
import org.openimr.reading.internal.flow.DataFile;
import org.openimr.reading.internal.flow.Wording;

/**
 * Tells from the words around a drug's name whether it is begun, goes on, or is prescribed without
 * a word on either (domain brief G-01, G-18, G-19, R-15). Immutable.
 */
final class DrugCourses {
  /** What becomes of a drug. */
  enum Course {
    /** A first prescription or a trial that is planned. */
    STARTS,
    /** It is taken already, or was. */
    GOES_ON,
    /** Prescribed, and it is not said whether for the first time. */
    PRESCRIBED
  }

  /** What was begun longer before a report than this is no beginning of that report. */
  private static final int DAYS_OF_A_START = 14;

  private final Wording starts;
  private final Wording goesOn;
  private final Wording prescribed;
  private final Wording prescribedAfter;
  private final Wording startsAfter;
  private final Wording goesOnAfter;
  private final Wording past;

  DrugCourses() {
    JsonNode data = DataFile.read("facts/medications.json").path("courses");
    starts = new Wording(data.path("starts").asText());
    goesOn = new Wording(data.path("goesOn").asText());
    prescribed = new Wording(data.path("prescribed").asText());
    prescribedAfter = new Wording(data.path("prescribedAfter").asText());
    startsAfter = new Wording(data.path("startsAfter").asText());
    goesOnAfter = new Wording(data.path("goesOnAfter").asText());
    past = new Wording(data.path("past").asText());
  }

  /**
   * The course of a drug; empty where its sentence has no word on it.
   *
   * @param before the sentence up to the drug's name, in lower case
   * @param after what follows the name, up to the next drug or the end of the sentence
   * @param stated the one date that the sentence gives
   * @param written the date of the document
   */
  Optional<Course> of(
      String before, String after, Optional<LocalDate> stated, Optional<LocalDate> written) {
    Optional<Course> course = course(before, after);
    boolean begun = course.filter(Course.STARTS::equals).isPresent();
    boolean longAgo =
        past.isIn(after)
            || stated
                .flatMap(day -> written.map(to -> day.isBefore(to.minusDays(DAYS_OF_A_START))))
                .orElse(false);
    return begun && longAgo ? Optional.of(Course.GOES_ON) : course;
  }

  /** The last verb before the name decides; without one, the first after it. */
  private Optional<Course> course(String before, String after) {
    int begun = last(starts, before);
    int going = last(goesOn, before);
    if (begun >= 0 || going >= 0) {
      return Optional.of(begun > going ? Course.STARTS : Course.GOES_ON);
    }
    if (startsAfter.opens(after)) {
      return Optional.of(Course.STARTS);
    }
    if (goesOnAfter.opens(after)) {
      return Optional.of(Course.GOES_ON);
    }
    return last(prescribed, before) >= 0 || prescribedAfter.opens(after)
        ? Optional.of(Course.PRESCRIBED)
        : Optional.empty();
  }

  private static int last(Wording wording, String text) {
    Optional<Matcher> first = wording.first(text);
    if (first.isEmpty()) {
      return -1;
    }
    Matcher match = first.get();
    int last;
    do {
      last = match.end();
    } while (match.find());
    return last;
  }
}
