package org.openimr.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;
import org.openimr.procedure.DueDates;
import org.openimr.procedure.Missing;

/**
 * The head of a case: where it stands and what it points at.
 *
 * @param revision from 1
 * @param version grows with every write of the head, from 1
 * @param reason why the case failed or cannot go on; empty otherwise
 * @param cutAt when the revision was cut: the only time that documents may show
 * @param stateSince when the state was entered
 * @param touchedAt when the head was last written; the schedule measures from it
 * @param attempt how often the schedule has started the present step again
 * @param due clocks that run, or ran, in the revision
 * @param missing what a determination needs and the case does not have
 * @param screening its checklist and what was found of eligibility
 * @param caseFile hash of the body of the case file
 * @param evaluation from EVALUATED on
 * @param proposal from PROPOSED on
 * @param trail what changed since the revision before
 * @param adoption from ADOPTED on
 */
public record CaseHead(
    CaseNumber caseNumber,
    int revision,
    long version,
    CaseState state,
    Optional<Rejection> reason,
    Instant cutAt,
    Instant stateSince,
    Instant touchedAt,
    int attempt,
    DueDates due,
    List<Missing> missing,
    Optional<ScreeningPointer> screening,
    String caseFile,
    Optional<EvaluationPointer> evaluation,
    Optional<DocumentPointer> proposal,
    RevisionTrail trail,
    Optional<AdoptionPointer> adoption) {
  /** Copies the list. */
  public CaseHead {
    missing = List.copyOf(missing);
  }

  /** The head of a case that nobody has adopted. */
  public CaseHead(
      CaseNumber caseNumber,
      int revision,
      long version,
      CaseState state,
      Optional<Rejection> reason,
      Instant cutAt,
      Instant stateSince,
      Instant touchedAt,
      int attempt,
      DueDates due,
      List<Missing> missing,
      Optional<ScreeningPointer> screening,
      String caseFile,
      Optional<EvaluationPointer> evaluation,
      Optional<DocumentPointer> proposal,
      RevisionTrail trail) {
    this(
        caseNumber,
        revision,
        version,
        state,
        reason,
        cutAt,
        stateSince,
        touchedAt,
        attempt,
        due,
        missing,
        screening,
        caseFile,
        evaluation,
        proposal,
        trail,
        Optional.empty());
  }

  /** What the API calls the entity tag of the case, without quotes. */
  public String etag() {
    return revision + "." + version;
  }

  /** The head that follows when its evaluation is stored, and nothing was evaluated before. */
  public CaseHead evaluated(EvaluationPointer pointer, Instant now) {
    return evaluated(pointer, Optional.empty(), now);
  }

  /**
   * The head that follows when its evaluation is stored.
   *
   * @param turned hash of what turned since the last evaluation; empty where there was none
   */
  public CaseHead evaluated(EvaluationPointer pointer, Optional<String> turned, Instant now) {
    return next(
        CaseState.EVALUATED,
        Optional.empty(),
        now,
        Optional.of(pointer),
        Optional.empty(),
        trail.turned(turned));
  }

  /** The head that follows when its documents are stored. */
  public CaseHead proposed(DocumentPointer pointer, Instant now) {
    return next(CaseState.PROPOSED, Optional.empty(), now, evaluation, Optional.of(pointer), trail);
  }

  /** The head that follows when a step gave up. */
  public CaseHead failed(Code code, String detail, Instant now) {
    var failure = Optional.of(new Rejection(code, detail));
    return next(CaseState.FAILED, failure, now, evaluation, proposal, trail);
  }

  /** The same head, written again so that the stream fires again. */
  public CaseHead startedAgain(Instant now) {
    return written(state, stateSince, now, attempt + 1, due, adoption);
  }

  /** The head that follows when other clocks run. */
  public CaseHead due(DueDates other, Instant now) {
    return written(state, stateSince, now, attempt, other, adoption);
  }

  /** The head that follows when something beside it changed that its entity tag speaks of. */
  public CaseHead touched(Instant now) {
    return written(state, stateSince, now, attempt, due, adoption);
  }

  /** The head that follows when its reviewers have adopted it. */
  public CaseHead adopted(AdoptionPointer pointer, Instant now) {
    return written(CaseState.ADOPTED, now, now, 0, due, Optional.of(pointer));
  }

  /**
   * The head that follows when the final documents are stored.
   *
   * @param after the clocks that the determination starts
   */
  public CaseHead issued(DocumentPointer pointer, DueDates after, Instant now) {
    return written(
        CaseState.ISSUED, now, now, 0, after, adoption.map(adopted -> adopted.issued(pointer)));
  }

  /**
   * The head that follows when the case is closed without a decision.
   *
   * @param closed a state that nothing follows
   */
  public CaseHead closed(CaseState closed, Instant now) {
    return next(closed, Optional.empty(), now, evaluation, proposal, trail);
  }

  private CaseHead written(
      CaseState newState,
      Instant since,
      Instant now,
      int attempts,
      DueDates dates,
      Optional<AdoptionPointer> pointer) {
    return new CaseHead(
        caseNumber,
        revision,
        version + 1,
        newState,
        reason,
        cutAt,
        since,
        now,
        attempts,
        dates,
        missing,
        screening,
        caseFile,
        evaluation,
        proposal,
        trail,
        pointer);
  }

  private CaseHead next(
      CaseState state,
      Optional<Rejection> reason,
      Instant now,
      Optional<EvaluationPointer> evaluation,
      Optional<DocumentPointer> proposal,
      RevisionTrail trail) {
    return new CaseHead(
        caseNumber,
        revision,
        version + 1,
        state,
        reason,
        cutAt,
        now,
        now,
        0,
        due,
        missing,
        screening,
        caseFile,
        evaluation,
        proposal,
        trail,
        adoption);
  }
}
