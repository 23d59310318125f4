package org.openimr.intake;

import org.openimr.casefile.Outcome;
import org.openimr.documents.FileOpener;
import org.openimr.reading.CaseReader;

/** Reads the bytes of an upload. */
@FunctionalInterface
interface Reading {
  /** What a file holds, or why it is not taken. */
  Outcome<CaseReader.Read> read(byte[] bytes, String contentHash);

  /** Opens files and reads their papers. */
  static Reading of(FileOpener opener, CaseReader reader) {
    return (bytes, hash) -> opener.open(bytes).then(file -> reader.read(file, hash));
  }
}
