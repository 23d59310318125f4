package org.openimr.procedure.internal;

import java.util.Optional;
import org.openimr.casefile.Physician;
import org.openimr.procedure.RequesterTie;
import org.openimr.procedure.internal.Names.Match;

/** Compares physicians and their practices. */
public final class Requesters {
  private Requesters() {}

  /** As {@link RequesterTie#of} says. */
  public static RequesterTie tie(Optional<Physician> one, Optional<Physician> other) {
    Match persons =
        Names.ofPhysicians(one.flatMap(Physician::name), other.flatMap(Physician::name));
    Match practices =
        Names.ofPhysicians(one.flatMap(Physician::practice), other.flatMap(Physician::practice));
    if (persons == Match.ALIKE || practices == Match.ALIKE) {
      return RequesterTie.SAME;
    }
    return persons == Match.DIFFERENT && practices == Match.DIFFERENT
        ? RequesterTie.OTHER
        : RequesterTie.OPEN;
  }
}
