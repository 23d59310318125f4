package org.openimr.casefile;

import java.math.BigDecimal;

/** The value of a fact; its kind is the one that the fact dictionary gives. */
public sealed interface FactValue {
  /** Whether something is so: {@code false} where the record denies it. */
  record Truth(boolean value) implements FactValue {}

  /** A number in the unit that the fact dictionary gives. */
  record Amount(BigDecimal value) implements FactValue {}

  /** A word of the fact's closed vocabulary, or a phrase. */
  record Term(String value) implements FactValue {}
}
