package org.openimr.guidelines.internal;

import java.util.EnumSet;
import java.util.Set;
import org.openimr.casefile.Edition;

/**
 * A stretch of editions.
 *
 * @param from the first
 * @param until the last
 */
public record Editions(Edition from, Edition until) {
  /** Every edition. */
  public static final Editions ALL = new Editions(Edition.M2007, Edition.M2021);

  /** The editions that lie in it, in their order. */
  public Set<Edition> all() {
    return EnumSet.range(from, until);
  }

  /** Whether an edition lies in it. */
  public boolean contains(Edition edition) {
    return edition.compareTo(from) >= 0 && edition.compareTo(until) <= 0;
  }
}
