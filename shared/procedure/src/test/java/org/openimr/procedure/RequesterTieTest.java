package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.Physician;

/** Who is bound by an earlier refusal (Labor Code 4610(k)). */
class RequesterTieTest {
  @ParameterizedTest(name = "{0} of {1} and {2} of {3}: {4}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "Ines Calloway, MD", , "Calloway, Ines", , SAME
          "I. Calloway, D.O.", , "Dr. Ines Calloway", , SAME
          "Ines Calloway MD", , "Ines Caloway", , SAME
          "Ines Calloway, MD", Bayside Spine, "Tomas Reyes, MD", "Bayside Spine Medical Group, Inc.", SAME
          "Ines Calloway, MD", Bayside Spine, "Tomas Reyes, MD", Foothill Orthopedics, OTHER
          "Ines Calloway, MD", Bayside Spine Clinic, "Tomas Reyes, MD", Foothill Spine Clinic, OPEN
          "Ines Calloway, MD", Bayside Spine, "Tomas Reyes, MD", , OPEN
          "Ines Calloway, MD", , "Tomas Reyes, MD", , OPEN
          "Ines Calloway, MD", , "Tomas Calloway, MD", , OPEN
          "Ines Calloway, MD", , , , OPEN
          , Bayside Spine, , Bayside Spine PC, SAME
          , Bayside Spine, , Foothill Orthopedics, OPEN
          , , , , OPEN
          """)
  void comparesPhysiciansAndPractices(
      String one, String practice, String other, String otherPractice, RequesterTie expected) {
    assertEquals(
        expected, RequesterTie.of(physician(one, practice), physician(other, otherPractice)));
  }

  private static Optional<Physician> physician(String name, String practice) {
    return Optional.of(
        new Physician(Optional.ofNullable(name), Optional.empty(), Optional.ofNullable(practice)));
  }
}
