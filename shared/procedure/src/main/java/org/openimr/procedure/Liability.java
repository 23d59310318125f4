package org.openimr.procedure;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.FieldSource;

/**
 * Whether the claims administrator disputes liability for the treatment on other grounds than its
 * necessity, and who says so. The same for any order of uploads.
 */
public enum Liability {
  /** Nobody says that it does. */
  NOT_DISPUTED,
  /** Every case.json that speaks of it says so: the claims administrator's own statement. */
  DISPUTED,
  /** One case.json says so and another the opposite: a dispute that may have ended. */
  SAID_BOTH_WAYS,
  /** Only papers say so, as software read them. */
  READ_IN_PAPERS;

  /**
   * What uploads say.
   *
   * @param fields of the case that they make
   */
  public static Liability of(Collection<CaseUpload> uploads, CaseFields fields) {
    Set<Boolean> own =
        uploads.stream()
            .flatMap(upload -> upload.fields().stream())
            .filter(said -> said.source() == FieldSource.CASE_JSON)
            .flatMap(said -> said.fields().liabilityDisputed().stream())
            .collect(Collectors.toSet());
    if (own.size() > 1) {
      return SAID_BOTH_WAYS;
    }
    if (own.size() == 1) {
      return own.contains(true) ? DISPUTED : NOT_DISPUTED;
    }
    return fields.liabilityDisputed().orElse(false) ? READ_IN_PAPERS : NOT_DISPUTED;
  }
}
