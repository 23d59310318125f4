package org.openimr.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.reviewers.Pseudonym;

/**
 * A correction of an issued determination, without its words.
 *
 * @param number from 1
 * @param revision of the determination that is corrected
 * @param body hash of its body, an {@link org.openimr.casefile.Correction}
 * @param asked the reviewers who have to assent; none where staff corrects alone
 * @param assented those of them who did
 * @param date the day of the correction, which its letter prints; empty until the letter is due
 * @param documents its letter; empty until ISSUED
 * @param failure why it FAILED
 * @param version grows with every write, from 1
 * @param attempt how often the schedule has started its letter again
 */
public record CorrectionRow(
    CaseNumber caseNumber,
    int number,
    int revision,
    CorrectionState state,
    String body,
    List<Pseudonym> asked,
    List<Pseudonym> assented,
    Instant requestedAt,
    Optional<LocalDate> date,
    Optional<DocumentPointer> documents,
    Optional<Code> failure,
    long version,
    int attempt,
    Instant touchedAt) {
  /** Copies the lists. */
  public CorrectionRow {
    asked = List.copyOf(asked);
    assented = List.copyOf(assented);
  }

  /**
   * A correction that staff asks for.
   *
   * @param day of the request in California
   */
  public static CorrectionRow requested(
      CaseNumber caseNumber,
      int number,
      int revision,
      String body,
      List<Pseudonym> asked,
      Instant now,
      LocalDate day) {
    return new CorrectionRow(
        caseNumber,
        number,
        revision,
        CorrectionState.REQUESTED,
        body,
        asked,
        List.of(),
        now,
        Optional.of(day).filter(_ -> asked.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        1,
        0,
        now);
  }

  /** Whether its letter is to be written. */
  public boolean isDue() {
    return switch (state) {
      case REQUESTED -> asked.isEmpty();
      case ASSENTED -> true;
      case ISSUED, DECLINED, WITHDRAWN, FAILED -> false;
    };
  }

  /** Whether reviewers have still to answer. */
  public boolean waits() {
    return state == CorrectionState.REQUESTED && !asked.isEmpty();
  }

  /** Whether a reviewer has still to answer. */
  public boolean waitsFor(Pseudonym reviewer) {
    return waits() && asked.contains(reviewer) && !assented.contains(reviewer);
  }

  /** The row that follows when a reviewer has assented; the last one makes the letter due. */
  public CorrectionRow assented(Pseudonym reviewer, Instant now, LocalDate day) {
    var all = new ArrayList<>(assented);
    all.add(reviewer);
    boolean last = all.containsAll(asked);
    var to = last ? CorrectionState.ASSENTED : state;
    return next(to, all, Optional.of(day).filter(_ -> last), documents, failure, attempt, now);
  }

  /** The row that follows when a reviewer has declined. */
  public CorrectionRow declined(Instant now) {
    return next(CorrectionState.DECLINED, assented, date, documents, failure, attempt, now);
  }

  /** The row that follows when staff takes the request back. */
  public CorrectionRow withdrawn(Instant now) {
    return next(CorrectionState.WITHDRAWN, assented, date, documents, failure, attempt, now);
  }

  /** The row that follows when its letter is stored. */
  public CorrectionRow issued(DocumentPointer set, Instant now) {
    return next(CorrectionState.ISSUED, assented, date, Optional.of(set), failure, attempt, now);
  }

  /** The row that follows when its letter cannot be written. */
  public CorrectionRow failed(Code code, Instant now) {
    return next(CorrectionState.FAILED, assented, date, documents, Optional.of(code), attempt, now);
  }

  /** The same row, written again so that the stream fires again. */
  public CorrectionRow startedAgain(Instant now) {
    return next(state, assented, date, documents, failure, attempt + 1, now);
  }

  private CorrectionRow next(
      CorrectionState to,
      List<Pseudonym> all,
      Optional<LocalDate> day,
      Optional<DocumentPointer> set,
      Optional<Code> why,
      int attempts,
      Instant now) {
    return new CorrectionRow(
        caseNumber,
        number,
        revision,
        to,
        body,
        asked,
        all,
        requestedAt,
        day,
        set,
        why,
        version + 1,
        attempts,
        now);
  }
}
