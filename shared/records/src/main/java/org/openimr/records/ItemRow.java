package org.openimr.records;

import java.math.BigDecimal;
import java.util.Optional;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.UtilizationDecision;

/**
 * An item under review, without its wording.
 *
 * @param number from 1
 * @param decision once it is evaluated
 * @param topic id of the guideline topic that decided
 */
public record ItemRow(
    int number,
    Optional<UtilizationDecision> urDecision,
    Optional<BigDecimal> urCertifiedQuantity,
    Optional<Decision> decision,
    Optional<TreatmentCategory> category,
    Optional<String> topic,
    Optional<BigDecimal> requested,
    Optional<BigDecimal> supported,
    Optional<BigDecimal> netEffect) {
  /**
   * The item as reviewers have decided it: the treatment is given as it was asked for, or stays as
   * utilization review left it.
   */
  public ItemRow decided(Decision adopted) {
    if (decision.filter(adopted::equals).isPresent()) {
      return this;
    }
    boolean granted = adopted == Decision.OVERTURNED;
    return new ItemRow(
        number,
        urDecision,
        urCertifiedQuantity,
        Optional.of(adopted),
        category,
        topic,
        requested,
        granted ? requested : Optional.empty(),
        granted ? requested : urCertifiedQuantity);
  }

  static ItemRow of(int number, DisputedItem item) {
    return new ItemRow(
        number,
        item.urDecision(),
        item.urCertifiedQuantity(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static ItemRow of(ItemEvaluation item) {
    return new ItemRow(
        item.number(),
        item.item().urDecision(),
        item.item().urCertifiedQuantity(),
        Optional.of(item.decision()),
        Optional.of(item.treatment().category()),
        item.topic(),
        item.quantity().requested(),
        item.quantity().supported(),
        item.quantity().netEffect());
  }
}
