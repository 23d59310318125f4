package org.openimr.reading;

import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.SubmittedFile;

/** Reads an opened file: the papers of a case, or a published determination. */
public final class CaseReader {
  /** What a file turned out to be. */
  public sealed interface Read {
    /** Papers of a case. */
    record OfCase(CaseUpload upload) implements Read {}

    /** A published determination: a precedent. */
    record Published(PublishedDetermination determination) implements Read {}
  }

  /**
   * Reads a file.
   *
   * @param contentHash SHA-256 of the uploaded bytes, lower case hex
   */
  public Outcome<Read> read(SubmittedFile file, String contentHash) {
    throw new UnsupportedOperationException();
  }
}
