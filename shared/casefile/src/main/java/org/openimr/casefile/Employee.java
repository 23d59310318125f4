package org.openimr.casefile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The injured worker, as far as the papers say.
 *
 * @param age in years at the time of the review
 */
public record Employee(
    Optional<String> name,
    Optional<LocalDate> dateOfBirth,
    Optional<Integer> age,
    Optional<Sex> sex,
    Optional<Boolean> represented) {
  /** Nothing is known. */
  public static final Employee UNKNOWN =
      new Employee(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
