package org.openimr.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a clock of a case ends.
 *
 * @param day the last day, in California
 * @param at the moment, for a clock that counts hours from a known time; otherwise the end of the
 *     day
 */
public record Due(ClockName clock, LocalDate day, Optional<Instant> at) {
  /** A clock that ends with a day. */
  public static Due on(ClockName clock, LocalDate day) {
    return new Due(clock, day, Optional.empty());
  }

  /** A clock that ends at a moment. */
  public static Due at(ClockName clock, Instant end) {
    return new Due(clock, Clocks.day(end), Optional.of(end));
  }

  /** The first moment that is too late. */
  public Instant end() {
    return at.orElseGet(() -> day.plusDays(1).atStartOfDay(Clocks.ZONE).toInstant());
  }

  /** Whether its end is near, or past. */
  public boolean isSoon(Instant now) {
    return !now.isBefore(end().minus(Clocks.clock(clock).warning()));
  }

  /** Whether it is too late. */
  public boolean isPast(Instant now) {
    return !now.isBefore(end());
  }
}
