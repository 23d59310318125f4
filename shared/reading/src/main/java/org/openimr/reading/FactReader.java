package org.openimr.reading;

import org.openimr.casefile.CaseFile;
import org.openimr.reading.internal.facts.FactFinder;

/**
 * Finds in the documents of a case file the passages that bear on facts of the dictionary.
 * Immutable, safe for threads; making one reads the dictionary, so keep it. Time is linear in the
 * text, whoever wrote it.
 */
public final class FactReader {
  private final FactFinder finder = new FactFinder();

  /** The facts dictionary that this reader works by. */
  public FactDictionary dictionary() {
    return finder.dictionary();
  }

  /** All passages of a case file that bear on facts. */
  public CaseFacts read(CaseFile file) {
    return finder.read(file);
  }
}
