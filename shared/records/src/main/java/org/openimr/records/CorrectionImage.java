package org.openimr.records;

import java.util.Optional;
import java.util.function.Function;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.internal.CorrectionRows;

/** What a record of the table's stream says of a correction. */
public record CorrectionImage(CaseNumber caseNumber, int number, CorrectionState state) {
  /**
   * Reads a record's new image. The event mapping filters already; this asks again because an
   * emulator may not.
   *
   * @param attribute texts and numbers of the image by name; empty where there is none
   * @return empty where it is another row
   */
  public static Optional<CorrectionImage> of(Function<String, Optional<String>> attribute) {
    var key = attribute.apply("pk").flatMap(pk -> attribute.apply("sk").map(sk -> new Key(pk, sk)));
    return key.filter(CorrectionRows::isCorrection)
        .map(
            correction ->
                new CorrectionImage(
                    new CaseNumber(attribute.apply("caseNumber").orElseThrow()),
                    Integer.parseInt(attribute.apply("number").orElseThrow()),
                    CorrectionState.valueOf(attribute.apply("state").orElseThrow())));
  }
}
