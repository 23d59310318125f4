package org.openimr.reading;

import org.openimr.casefile.CaseFile;

/** Finds in the documents of a case file the passages that bear on facts of the dictionary. */
public final class FactReader {
  /** The facts dictionary that this reader works by. */
  public FactDictionary dictionary() {
    throw new UnsupportedOperationException();
  }

  /** All passages of a case file that bear on facts. */
  public CaseFacts read(CaseFile file) {
    throw new UnsupportedOperationException();
  }
}
