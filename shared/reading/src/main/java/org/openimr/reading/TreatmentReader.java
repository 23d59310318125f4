package org.openimr.reading;

import org.openimr.casefile.TreatmentRequest;

/** Reads the wording of a disputed item into a typed request. */
public final class TreatmentReader {
  /** The request that an item's description makes; what it leaves out is empty. */
  public TreatmentRequest read(String description) {
    throw new UnsupportedOperationException();
  }
}
