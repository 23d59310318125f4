package org.openimr.casefile;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much an item asks for. A range ({@code 1-2 times a week for 4 weeks}) has two ends; otherwise
 * they are equal.
 *
 * @param least lower end
 * @param most upper end: of one fill, refills stand apart
 * @param authorized what the item's own wording says was authorized already
 * @param inDispute what the item's own wording says remains in dispute; {@code least} and
 *     {@code most} are the original request's
 */
public record RequestedQuantity(
    BigDecimal least,
    BigDecimal most,
    Unit unit,
    Optional<BigDecimal> authorized,
    Optional<BigDecimal> inDispute) {
  /** A fixed count. */
  public static RequestedQuantity of(long count, Unit unit) {
    var amount = BigDecimal.valueOf(count);
    return new RequestedQuantity(amount, amount, unit, Optional.empty(), Optional.empty());
  }
}
