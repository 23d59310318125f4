package org.openimr.guidelines.internal;

import java.math.BigDecimal;
import java.util.Optional;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.RequestedQuantity;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.casefile.UtilizationDecision;

/** The four numbers of an item (design section 3.2). */
final class Quantities {
  private Quantities() {}

  /**
   * The four numbers.
   *
   * @param allowed the most that the topic would allow, where the item is upheld
   */
  static FourQuantities of(
      DisputedItem item, TreatmentRequest request, Decision decision, Optional<Double> allowed) {
    var requested = request.quantity().map(RequestedQuantity::most);
    var certified = certified(item, request, requested);
    return switch (decision) {
      case OVERTURNED -> quantities(request, certified, requested, requested);
      case UPHELD -> quantities(request, certified, allowed.map(Quantities::decimal), certified);
      case UNDETERMINED -> quantities(request, certified, Optional.empty(), Optional.empty());
    };
  }

  private static FourQuantities quantities(
      TreatmentRequest request,
      Optional<BigDecimal> certified,
      Optional<BigDecimal> supported,
      Optional<BigDecimal> netEffect) {
    return new FourQuantities(
        request.quantity().map(RequestedQuantity::most),
        certified,
        supported,
        netEffect,
        request.quantity().map(RequestedQuantity::unit));
  }

  /** A denial certifies nothing; what a modification certified may stand in the item's wording. */
  private static Optional<BigDecimal> certified(
      DisputedItem item, TreatmentRequest request, Optional<BigDecimal> requested) {
    var stated =
        item.urCertifiedQuantity()
            .or(() -> request.quantity().flatMap(RequestedQuantity::authorized));
    if (stated.isPresent() || item.urDecision().isEmpty()) {
      return stated;
    }
    UtilizationDecision decision = item.urDecision().get();
    return switch (decision) {
      case DENIED, CONDITIONAL -> Optional.of(BigDecimal.ZERO);
      case APPROVED -> requested;
      case MODIFIED, DELAYED, DEFERRED -> Optional.empty();
    };
  }

  private static BigDecimal decimal(double amount) {
    BigDecimal plain = BigDecimal.valueOf(amount).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
