package org.openimr.procedure.internal;

import java.util.Locale;
import java.util.Optional;
import org.openimr.casefile.CaseFields;

/** A claim number without what writers add or leave out: capitals, hyphens and spaces. */
public final class ClaimNumber {
  private ClaimNumber() {}

  /** The claim number of a case; empty where none is known. */
  public static Optional<String> of(CaseFields fields) {
    return fields
        .claimNumber()
        .map(number -> number.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
        .filter(number -> !number.isEmpty());
  }
}
