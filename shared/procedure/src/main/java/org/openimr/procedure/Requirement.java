package org.openimr.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A line of a case's checklist.
 *
 * @param documents ids of the papers that meet it
 * @param beside ids of papers of the kind that do not: without a date, or before the first day
 * @param since the first day of the papers that it asks for; empty where any day does or the
 *     request's date is unknown
 * @param by when the records are due; empty where no notice tells
 */
public record Requirement(
    RequiredDocument what,
    Standing standing,
    List<String> documents,
    List<String> beside,
    Optional<LocalDate> since,
    Optional<LocalDate> by) {
  /** Copies the lists. */
  public Requirement {
    documents = List.copyOf(documents);
    beside = List.copyOf(beside);
  }

  /** How a requirement stands. */
  public enum Standing {
    FOUND,
    /** No such paper is there, but the case file says what it would tell. */
    TOLD,
    MISSING,
    /** None was recognized, and it is required only where there is any. */
    IF_ANY
  }
}
