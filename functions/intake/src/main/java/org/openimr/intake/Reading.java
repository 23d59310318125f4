package org.openimr.intake;

import java.nio.ByteBuffer;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.documents.FileOpener;
import org.openimr.reading.CaseReader;

/** Reads the bytes of an upload. */
@FunctionalInterface
interface Reading {
  /** What a file holds, or why it is not taken. */
  Outcome<CaseReader.Read> read(ByteBuffer bytes, String contentHash);

  /** Opens files and reads their papers. */
  static Reading of(FileOpener opener, CaseReader reader) {
    return (bytes, hash) -> opener.open(bytes).then(file -> reader.read(file, hash));
  }

  /** The same reading, which refuses what is no published determination. */
  default Reading publishedOnly() {
    return (bytes, hash) ->
        read(bytes, hash)
            .then(
                read ->
                    switch (read) {
                      case CaseReader.Read.Published _ -> Outcome.accepted(read);
                      case CaseReader.Read.OfCase _ ->
                          Outcome.rejected(
                              Code.UNSUPPORTED_TYPE,
                              "The file is no published determination. Papers of a case are"
                                  + " uploaded to incoming/<case number>/.");
                    });
  }
}
