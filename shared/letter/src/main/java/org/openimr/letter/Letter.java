package org.openimr.letter;

import java.time.Instant;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Evaluation;

/** Writes determinations. */
public final class Letter {
  /** Changes whenever the same evaluation would give other bytes. */
  public String rendererVersion() {
    throw new UnsupportedOperationException();
  }

  /**
   * The draft of a determination, for a physician.
   *
   * @param revision of the case, from 1
   * @param cutAt when the revision was cut; the only time in the documents
   */
  public DocumentSet proposal(CaseFile file, Evaluation evaluation, int revision, Instant cutAt) {
    throw new UnsupportedOperationException();
  }
}
