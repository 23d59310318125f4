package org.openimr.documents;

import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;

/** Opens an uploaded file by its content. */
public final class FileOpener {
  /** What the bytes hold, or why they were not taken. */
  public Outcome<SubmittedFile> open(byte[] bytes) {
    throw new UnsupportedOperationException();
  }
}
