package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule of the choice.
 *
 * @param statement what it asks, a sentence
 * @param passedOver why a candidate is passed over by it, a sentence; {@code {items}} and {@code
 *     {ties}} stand for what was found
 * @param from the first day on which it counts; empty where it always does
 */
public record ReviewRule(
    RuleId id, String statement, String passedOver, Optional<LocalDate> from, Source source) {
  /** What a rule rests on. */
  public enum Basis {
    STATUTE,
    REGULATION,
    PRACTICE
  }

  /**
   * Where a rule comes from.
   *
   * @param verified whether the wording of the source was at hand
   * @param note what the source does not cover; may be empty
   */
  public record Source(Basis basis, String citation, boolean verified, String note) {}

  /** Whether it counts on a day. */
  public boolean countsOn(LocalDate day) {
    return from.isEmpty() || !day.isBefore(from.get());
  }
}
