package org.openimr.reading.internal.facts;

import java.time.LocalDate;
import java.util.List;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Standing;

/**
 * Tells a first prescription from a further one by all records of a case (G-01, G-02): it is the
 * first where no record shows use of the drug, and no earlier one prescribes it.
 */
final class FirstPrescriptions {
  /** A prescription that may be the first one. */
  static final String FIRST = "drugFirstPrescribed";

  private static final String START = "drugStart";
  private static final String USE = "onOpioid";
  private static final FactValue YES = new FactValue.Truth(true);

  private FirstPrescriptions() {}

  /** The same observations, with each further prescription told as use. */
  static List<Observation> told(List<Observation> observations) {
    var onCourse =
        observations.stream()
            .filter(o -> List.of(FIRST, START, USE).contains(o.fact()))
            .filter(o -> o.standing() == Standing.FACT || o.standing() == Standing.HISTORICAL)
            .toList();
    return observations.stream()
        .map(o -> o.fact().equals(FIRST) && further(o, onCourse) ? use(o) : o)
        .toList();
  }

  private static boolean further(Observation prescription, List<Observation> onCourse) {
    return onCourse.stream()
        .filter(o -> o.subject().equals(prescription.subject()))
        .anyMatch(o -> shows(o) || day(o).isBefore(day(prescription)));
  }

  private static boolean shows(Observation course) {
    return course.fact().equals(USE)
        ? course.value().equals(YES)
        : course.fact().equals(START) && !course.value().equals(YES);
  }

  private static LocalDate day(Observation observation) {
    return observation.date().orElse(LocalDate.MIN);
  }

  private static Observation use(Observation prescription) {
    return new Observation(
        USE,
        prescription.value(),
        prescription.subject(),
        prescription.region(),
        prescription.side(),
        prescription.date(),
        prescription.source(),
        prescription.standing(),
        prescription.anchor());
  }
}
