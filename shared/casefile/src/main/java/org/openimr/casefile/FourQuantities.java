package org.openimr.casefile;

import java.math.BigDecimal;
import java.util.Optional;

/** The four numbers of an item (design section 3.2), all in one unit. */
public record FourQuantities(
    Optional<BigDecimal> requested,
    Optional<BigDecimal> certifiedByUr,
    Optional<BigDecimal> supported,
    Optional<BigDecimal> netEffect,
    Optional<Unit> unit) {}
