package org.openimr.guidelines.internal;

import org.openimr.casefile.Edition;

/**
 * A stretch of editions.
 *
 * @param from the first
 * @param until the last
 */
public record Editions(Edition from, Edition until) {
  /** Whether an edition lies in it. */
  public boolean contains(Edition edition) {
    return edition.compareTo(from) >= 0 && edition.compareTo(until) <= 0;
  }
}
