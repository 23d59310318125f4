package org.openimr.determine;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.openimr.casefile.Code;
import org.openimr.casefile.Correction;
import org.openimr.records.Bodies;
import org.openimr.records.CaseCorrections;
import org.openimr.records.Commit;
import org.openimr.records.CorrectionImage;
import org.openimr.records.CorrectionRow;
import org.openimr.records.Corrections;
import org.openimr.records.Journal;
import org.openimr.records.Redo;

/**
 * Writes the letter of a correction that is due into the bucket with Object Lock, beside the
 * determination, which it leaves alone, and points the correction at it. One that is issued already
 * or waits for a reviewer is success without a write.
 */
final class CorrectionStep {
  private static final String ACTOR = "determine";

  private final Corrections corrections;
  private final Bodies bodies;
  private final Letters letters;
  private final DocumentFolder documents;
  private final InstantSource clock;
  private final Journal journal;

  CorrectionStep(
      Corrections corrections,
      Bodies bodies,
      Letters letters,
      DocumentFolder documents,
      InstantSource clock,
      Journal journal) {
    this.corrections = corrections;
    this.bodies = bodies;
    this.letters = letters;
    this.documents = documents;
    this.clock = clock;
    this.journal = journal;
  }

  /** Issues the correction that a stream record tells of. */
  void run(CorrectionImage image) {
    Redo.untilDone("Correct", () -> once(image));
  }

  private Optional<Commit> once(CorrectionImage image) {
    var all = corrections.of(image.caseNumber());
    var due = all.of(image.number()).filter(CorrectionRow::isDue);
    return due.isEmpty() ? Optional.of(Commit.DONE) : issue(all, due.get());
  }

  private Optional<Commit> issue(CaseCorrections all, CorrectionRow row) {
    var correction = bodies.get(row.body(), Correction.class);
    var set = letters.correct(correction, row.date().orElseThrow());
    var now = clock.instant();
    return documents
        .put(folder(row), set)
        .map(
            pointer ->
                write(all, row.issued(pointer, now), "CORRECTED", Journal.Kind.CORRECTION_ISSUED))
        .orElseGet(
            () ->
                write(
                    all,
                    row.failed(Code.DOCUMENT_MISMATCH, now),
                    "CORRECTION_FAILED",
                    Journal.Kind.CORRECTION_FAILED));
  }

  /** Beside the final set of the revision; the day is the row's and never another. */
  private String folder(CorrectionRow row) {
    return String.format(
        Locale.ROOT,
        "%s/r%d/correction-%02d/%s-%s",
        row.caseNumber(),
        row.revision(),
        row.number(),
        row.body(),
        letters.rendererVersion());
  }

  private Optional<Commit> write(
      CaseCorrections before, CorrectionRow after, String kind, Journal.Kind noted) {
    var event = Corrections.event(before, after, ACTOR, kind);
    if (corrections.write(before, after, event) == Commit.REFUSED) {
      return Optional.empty();
    }
    journal.note(Journal.Entry.of(noted, after.caseNumber()));
    return Optional.of(Commit.DONE);
  }
}
