package org.openimr.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A treatment that was requested, that utilization review did not approve as requested, and that
 * the application disputes.
 *
 * @param description verbatim, with strength, quantity and body part
 * @param urGuidelines what the claims administrator cited, one citation each
 * @param urCertifiedQuantity how much utilization review certified, in the request's unit
 * @param serviceDate when it was given, for a retrospective item
 */
public record DisputedItem(
    String description,
    Optional<UtilizationDecision> urDecision,
    List<String> urGuidelines,
    Optional<BigDecimal> urCertifiedQuantity,
    Optional<LocalDate> serviceDate) {
  /** Copies the list. */
  public DisputedItem {
    urGuidelines = List.copyOf(urGuidelines);
  }

  /** The same item with other citations of the claims administrator. */
  public DisputedItem citing(List<String> guidelines) {
    return new DisputedItem(description, urDecision, guidelines, urCertifiedQuantity, serviceDate);
  }

  /** An item of which only the wording is known. */
  public static DisputedItem of(String description) {
    return new DisputedItem(
        description, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }
}
