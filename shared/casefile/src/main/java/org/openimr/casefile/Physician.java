package org.openimr.casefile;

import java.util.Optional;

/**
 * The requesting physician.
 *
 * @param practice name of the practice or group, as DWC Form RFA asks for it
 */
public record Physician(
    Optional<String> name, Optional<String> specialty, Optional<String> practice) {
  /** A physician whose practice is not known. */
  public Physician(Optional<String> name, Optional<String> specialty) {
    this(name, specialty, Optional.empty());
  }
}
