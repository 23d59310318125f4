package org.openimr.casefile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A disputed item's wording, read. What the wording leaves out is empty: known to be missing.
 *
 * @param topics what is asked for within the category, in the vocabulary's words, such as {@code
 *     massage} or {@code hydrocodone}
 * @param levels spinal levels as written, such as {@code L4-5}
 * @param refills beyond the first fill
 * @param daysSupply of one fill
 * @param supply whether a device is rented or bought, where the wording says so
 * @param dependent whether the item says that it belongs to another one ({@code Associated surgical
 *     service})
 */
public record TreatmentRequest(
    TreatmentCategory category,
    List<String> topics,
    List<Region> regions,
    Optional<Side> side,
    List<String> levels,
    Optional<Drug> drug,
    Optional<RequestedQuantity> quantity,
    Optional<BigDecimal> frequencyPerWeek,
    Optional<BigDecimal> durationWeeks,
    Optional<Integer> refills,
    Optional<Integer> daysSupply,
    Optional<Supply> supply,
    boolean retrospective,
    boolean dependent) {
  /** Copies the lists. */
  public TreatmentRequest {
    topics = List.copyOf(topics);
    regions = List.copyOf(regions);
    levels = List.copyOf(levels);
  }

  /** The same request for a part of the body only. */
  public TreatmentRequest about(List<Region> part, Optional<Side> onSide) {
    return new TreatmentRequest(
        category,
        topics,
        part,
        onSide,
        levels,
        drug,
        quantity,
        frequencyPerWeek,
        durationWeeks,
        refills,
        daysSupply,
        supply,
        retrospective,
        dependent);
  }
}
