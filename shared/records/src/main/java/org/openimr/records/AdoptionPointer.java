package org.openimr.records;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a case's reviewers have adopted, as its head points at it.
 *
 * @param hash of its body, an {@link org.openimr.casefile.Adoption}
 * @param decisionDate the day of the adoption: the only time that the final documents show
 * @param documents the final documents; empty until ISSUED
 */
public record AdoptionPointer(
    String hash, LocalDate decisionDate, Optional<DocumentPointer> documents) {
  /** Of an adoption whose documents are not written yet. */
  public static AdoptionPointer of(String hash, LocalDate decisionDate) {
    return new AdoptionPointer(hash, decisionDate, Optional.empty());
  }

  AdoptionPointer issued(DocumentPointer set) {
    return new AdoptionPointer(hash, decisionDate, Optional.of(set));
  }
}
