package org.openimr.casefile;

import java.util.List;
import java.util.Optional;

/**
 * What a reviewer decides on one disputed item.
 *
 * @param number of the item, from 1
 * @param decision {@code UPHELD} or {@code OVERTURNED}
 * @param guideline that an override relies on; empty where the proposal is adopted as it is
 * @param rationale in the reviewer's words; empty where the proposal's reasons are adopted as they
 *     are
 * @param evidence passages of the case file that the reviewer has chosen
 */
public record ItemReview(
    int number,
    ReviewAction action,
    Decision decision,
    Optional<CitedGuideline> guideline,
    Optional<String> rationale,
    List<Anchor> evidence) {
  /** Copies the list. */
  public ItemReview {
    evidence = List.copyOf(evidence);
  }
}
