package org.openimr.determine;

import java.time.LocalDate;
import java.util.Optional;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Correction;
import org.openimr.casefile.Evaluation;
import org.openimr.letter.DocumentSet;
import org.openimr.letter.Letter;

/** Writes determinations and what corrects them. */
interface Letters {
  /** Changes whenever the same evaluation would give other bytes. */
  String rendererVersion();

  /** Letters of a review that is an expedited one since a day, where it became one. */
  Letters expeditedSince(Optional<LocalDate> day);

  /** The draft in its four forms. */
  DocumentSet propose(CaseFile file, Evaluation evaluation, int revision);

  /** The final determination in its four forms. */
  DocumentSet issue(CaseFile file, Evaluation evaluation, int revision, Adoption adoption);

  /** The letter of a correction in its four forms. */
  DocumentSet correct(Correction correction, LocalDate date);

  /** Letters as the letter module writes them. */
  static Letters of(Letter letter) {
    return new Letters() {
      @Override
      public String rendererVersion() {
        return letter.rendererVersion();
      }

      @Override
      public Letters expeditedSince(Optional<LocalDate> day) {
        return of(letter.expeditedSince(day));
      }

      @Override
      public DocumentSet propose(CaseFile file, Evaluation evaluation, int revision) {
        return letter.proposal(file, evaluation, revision);
      }

      @Override
      public DocumentSet issue(
          CaseFile file, Evaluation evaluation, int revision, Adoption adoption) {
        return letter.issued(file, evaluation, revision, adoption);
      }

      @Override
      public DocumentSet correct(Correction correction, LocalDate date) {
        return letter.correction(correction, date);
      }
    };
  }
}
