package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A licence to practise. Its number lies with the identity.
 *
 * @param expiry the last day on which it counts
 */
public record Licence(UsState state, LicenceKind kind, LicenceStatus status, LocalDate expiry)
    implements Credential {
  @Override
  public Optional<LocalDate> lastDay() {
    return Optional.of(expiry);
  }

  /** Whether it is current and unrestricted on a day. */
  public boolean countsOn(LocalDate day) {
    return status == LicenceStatus.UNRESTRICTED && runsOn(day);
  }
}
