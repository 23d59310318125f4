package org.openimr.determine;

import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Evaluation;
import org.openimr.letter.DocumentSet;
import org.openimr.letter.Letter;

/** Writes the draft of a determination. */
interface Proposals {
  /** Changes whenever the same evaluation would give other bytes. */
  String rendererVersion();

  /** The draft in its four forms. */
  DocumentSet write(CaseFile file, Evaluation evaluation, int revision);

  /** Drafts as the letter module writes them. */
  static Proposals of(Letter letter) {
    return new Proposals() {
      @Override
      public String rendererVersion() {
        return letter.rendererVersion();
      }

      @Override
      public DocumentSet write(CaseFile file, Evaluation evaluation, int revision) {
        return letter.proposal(file, evaluation, revision);
      }
    };
  }
}
