package org.openimr.documents.internal.json;

import java.util.Optional;
import org.openimr.casefile.SubmittedFile;

/** The files that the documents of a case file may name in place of their text. */
public interface Enclosures {
  /** Of a case file that comes by itself. */
  Enclosures NONE =
      new Enclosures() {
        @Override
        public Optional<String> wrong(String file) {
          return Optional.of(
              "the file is not here; give the paper's text in the field text, or send case file and"
                  + " papers in one ZIP archive");
        }

        @Override
        public SubmittedFile.Text text(String file) {
          throw new IllegalStateException("there is no enclosed file");
        }
      };

  /**
   * Asks for a file, once for each document.
   *
   * @return what is wrong with the name, in words for the sender; empty where the file is there
   */
  Optional<String> wrong(String file);

  /**
   * The text of a file with whose name nothing is wrong; one that cannot be read is a text of
   * unreadable pages.
   */
  SubmittedFile.Text text(String file);
}
