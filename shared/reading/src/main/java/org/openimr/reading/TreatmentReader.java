package org.openimr.reading;

import org.openimr.casefile.TreatmentRequest;
import org.openimr.reading.internal.treatment.TreatmentWording;

/**
 * Reads the wording of a disputed item into a typed request (domain brief 3.4, 3.5 and 4.3).
 * Immutable, safe for threads; making one reads the vocabularies, so keep it.
 */
public final class TreatmentReader {
  private final TreatmentWording wording = new TreatmentWording();

  /** The request that an item's description makes; what it leaves out is empty. */
  public TreatmentRequest read(String description) {
    return wording.read(description);
  }
}
