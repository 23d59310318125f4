package org.openimr.records;

import java.util.Optional;

/**
 * What ties a revision to the one before it, as hashes of bodies.
 *
 * @param changes what the revision changed, a {@link org.openimr.procedure.RevisionChange}; empty
 *     for the first
 * @param lastEvaluation the evaluation of the last revision before it that was evaluated
 * @param turned which decisions turned since that, a {@link org.openimr.procedure.TurnedDecisions};
 *     empty until the revision is evaluated
 */
public record RevisionTrail(
    Optional<String> changes, Optional<String> lastEvaluation, Optional<String> turned) {
  /** The trail of a first revision. */
  public static final RevisionTrail NONE =
      new RevisionTrail(Optional.empty(), Optional.empty(), Optional.empty());

  /** The trail once the revision is evaluated. */
  RevisionTrail turned(Optional<String> decisions) {
    return new RevisionTrail(changes, lastEvaluation, decisions);
  }
}
