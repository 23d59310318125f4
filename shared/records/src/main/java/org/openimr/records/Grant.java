package org.openimr.records;

import java.time.Instant;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;

/**
 * What lets a person into one case.
 *
 * @param id the person, as a hash of the token's issuer and subject
 * @param party what the person is to the case
 * @param expires from when on it lets nobody in; empty for until it is taken back
 */
public record Grant(
    CaseNumber caseNumber, String id, Party party, Instant givenAt, Optional<Instant> expires) {
  /** Who may be let in. */
  public enum Party {
    WORKER,
    ATTORNEY,
    REQUESTING_PHYSICIAN
  }

  /** Whether it lets somebody in at a time. */
  public boolean holds(Instant time) {
    return expires.filter(end -> !time.isBefore(end)).isEmpty();
  }
}
