package org.openimr.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Correction;
import org.openimr.casefile.Correction.Entry;
import org.openimr.casefile.LetterPlace;

/** A correction of the sample's final determination, written for these tests. */
final class Corrections {
  static final LocalDate DAY = LocalDate.of(2015, 12, 21);

  static final Correction SAMPLE =
      correction(
          true,
          Optional.of("OpenIMR, PO Box 1, Sacramento CA 95812; corrections@imr.example"),
          "the claims administrator has shown that two papers were typed wrong",
          new Entry(
              LetterPlace.APPLICATION_RECEIVED,
              Optional.empty(),
              "11/02/2015",
              "11/03/2015",
              Optional.of(1)),
          new Entry(
              LetterPlace.RATIONALE,
              Optional.of(2),
              "My first reason is this.",
              "My first reason is the one which follows.",
              Optional.empty()));

  private Corrections() {}

  static Correction correction(
      boolean assent, Optional<String> contact, String reason, Entry... entries) {
    return new Correction(
        new CaseNumber("CM15-0212345"),
        2,
        new Correction.Corrected(
            1,
            LocalDate.of(2015, 12, 7),
            LocalDate.of(2015, 12, 8),
            "0123456789abcdef".repeat(4),
            "123456789abcdef0".repeat(4),
            "23456789abcdef01".repeat(4),
            "3456789abcdef012".repeat(4)),
        reason,
        List.of(entries),
        assent,
        contact);
  }
}
