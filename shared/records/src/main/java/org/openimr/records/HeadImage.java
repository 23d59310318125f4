package org.openimr.records;

import java.util.Optional;
import java.util.function.Function;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.records.internal.Heads;

/** What a record of the table's stream says of a case's head. */
public record HeadImage(CaseNumber caseNumber, int revision, CaseState state) {
  /**
   * Reads a record's new image. The event mapping filters already; this asks again because an
   * emulator may not.
   *
   * @param attribute texts and numbers of the image by name; empty where there is none
   * @return empty where it is another row
   */
  public static Optional<HeadImage> of(Function<String, Optional<String>> attribute) {
    var key = attribute.apply("pk").flatMap(pk -> attribute.apply("sk").map(sk -> new Key(pk, sk)));
    return key.filter(Heads::isHead)
        .map(
            head ->
                new HeadImage(
                    new CaseNumber(attribute.apply("caseNumber").orElseThrow()),
                    Integer.parseInt(attribute.apply("revision").orElseThrow()),
                    CaseState.valueOf(attribute.apply("state").orElseThrow())));
  }
}
