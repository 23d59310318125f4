package org.openimr.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Code;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.casefile.Rejection;
import org.openimr.procedure.Completeness;
import org.openimr.procedure.DueDates;
import org.openimr.procedure.Missing;
import org.openimr.procedure.PriorDecision;
import org.openimr.procedure.Readiness;
import org.openimr.procedure.RevisionChange;
import org.openimr.procedure.Screening;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.EvaluationPointer;
import org.openimr.records.Precedents;
import org.openimr.records.RevisionTrail;
import org.openimr.records.ScreeningPointer;

/**
 * Puts the head of a new revision together: its state, its clocks, what it lacks, what was found of
 * eligibility, and what it changed. Stores the bodies that the head points at.
 */
final class RevisionCut {
  private final Bodies bodies;
  private final Precedents precedents;

  RevisionCut(Bodies bodies, Precedents precedents) {
    this.bodies = bodies;
    this.precedents = precedents;
  }

  /** A head whose bodies are stored, and the events that belong to it. */
  record Cut(CaseHead head, List<CaseEvent> events) {
    Cut {
      events = List.copyOf(events);
    }
  }

  /**
   * Cuts a revision.
   *
   * @param papers the accepted uploads that the case file was made of
   * @param now when: the one time that this revision's clocks and documents go by
   * @param cause id of the upload that led to it
   */
  Cut of(
      Optional<CaseHead> before,
      CaseFile file,
      List<CaseUpload> papers,
      Instant now,
      String actor,
      String cause) {
    var readiness = Completeness.readiness(file);
    var due = DueDates.of(file.fields(), readiness, clocks(before), now);
    var screening = Screening.of(file, papers, due, prior(file));
    var change =
        before.map(
            head -> RevisionChange.between(bodies.get(head.caseFile(), CaseFile.class), file));
    var head =
        new CaseHead(
            file.caseNumber(),
            before.map(CaseHead::revision).orElse(0) + 1,
            before.map(CaseHead::version).orElse(0L) + 1,
            state(screening, readiness),
            reason(screening, readiness),
            now,
            now,
            now,
            0,
            due,
            readiness.missing(),
            Optional.of(new ScreeningPointer(bodies.put(screening), screening.flags())),
            bodies.put(file),
            Optional.empty(),
            Optional.empty(),
            trail(before, change));
    var events = new ArrayList<CaseEvent>();
    events.add(CaseEvent.of(head, actor, "REVISION_CUT", cause));
    change.ifPresent(
        what -> events.add(CaseEvent.beside(head, actor, "REVISION_CHANGED", what.summary())));
    return new Cut(head, events);
  }

  /** Whether a case was deferred here and not by staff, so that a paper may take it up again. */
  static boolean deferredByStatement(CaseHead head) {
    return head.state() == CaseState.DEFERRED
        && head.reason().filter(why -> why.code() == Code.LIABILITY_DISPUTED).isPresent();
  }

  /** Clocks do not run while a case is deferred, and begin anew when it goes on. */
  private static DueDates clocks(Optional<CaseHead> before) {
    return before
        .map(head -> head.state() == CaseState.DEFERRED ? head.due().stopped() : head.due())
        .orElse(DueDates.NONE);
  }

  /** A published determination of the same case number decided the same dispute. */
  private List<PriorDecision> prior(CaseFile file) {
    return precedents
        .find(file.caseNumber())
        .map(known -> bodies.get(known.body(), PublishedDetermination.class))
        .map(letter -> PriorDecision.of(file.caseNumber(), letter))
        .stream()
        .toList();
  }

  private static CaseState state(Screening screening, Readiness readiness) {
    if (screening.defers()) {
      return CaseState.DEFERRED;
    }
    return switch (readiness) {
      case Readiness.Ready _ -> CaseState.PARSED;
      case Readiness.NeedsRecords _ -> CaseState.PENDING_RECORDS;
    };
  }

  private static Optional<Rejection> reason(Screening screening, Readiness readiness) {
    if (screening.defers()) {
      return Optional.of(
          new Rejection(
              Code.LIABILITY_DISPUTED,
              "The claims administrator disputes liability for the treatment. The review goes on"
                  + " when a case.json says that it no longer does."));
    }
    return Optional.of(Missing.DISPUTED_ITEM)
        .filter(readiness.missing()::contains)
        .map(item -> new Rejection(Code.NO_DISPUTED_ITEM, item.sentence()));
  }

  private RevisionTrail trail(Optional<CaseHead> before, Optional<RevisionChange> change) {
    return new RevisionTrail(
        change.map(bodies::put),
        before.flatMap(
            head ->
                head.evaluation()
                    .map(EvaluationPointer::hash)
                    .or(() -> head.trail().lastEvaluation())),
        Optional.empty());
  }
}
