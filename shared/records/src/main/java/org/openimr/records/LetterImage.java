package org.openimr.records;

import java.util.Optional;
import java.util.function.Function;
import org.openimr.casefile.CaseNumber;
import org.openimr.records.internal.LetterRows;

/** What a record of the table's stream says of a published determination. */
public record LetterImage(CaseNumber caseNumber, LetterState state) {
  /**
   * Reads a record's new image. The event mapping filters already; this asks again because an
   * emulator may not.
   *
   * @param attribute texts of the image by name; empty where there is none
   * @return empty where it is another row
   */
  public static Optional<LetterImage> of(Function<String, Optional<String>> attribute) {
    var key = attribute.apply("pk").flatMap(pk -> attribute.apply("sk").map(sk -> new Key(pk, sk)));
    return key.filter(LetterRows::isLetter)
        .map(
            letter ->
                new LetterImage(
                    new CaseNumber(attribute.apply("caseNumber").orElseThrow()),
                    LetterState.valueOf(attribute.apply("state").orElseThrow())));
  }
}
