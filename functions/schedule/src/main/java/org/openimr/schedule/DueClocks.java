package org.openimr.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseState;
import org.openimr.procedure.Clocks;
import org.openimr.procedure.Due;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.DueMark;
import org.openimr.records.Journal;

/**
 * Marks the clocks of open cases that come due or went past, each once: an event in the case and a
 * line in the journal, which an alarm looks at. The head is not written: a mark is no reason for a
 * reviewer's entity tag to change, or for the stream to fire.
 */
final class DueClocks {
  private static final String ACTOR = "schedule";

  /** An issued case has the clocks that its determination starts. */
  private static final List<CaseState> OPEN =
      List.of(
          CaseState.PENDING_RECORDS,
          CaseState.PARSED,
          CaseState.EVALUATED,
          CaseState.PROPOSED,
          CaseState.ADOPTED,
          CaseState.ISSUED,
          CaseState.FAILED);

  private final Cases cases;
  private final InstantSource clock;
  private final Journal journal;

  DueClocks(Cases cases, InstantSource clock, Journal journal) {
    this.cases = cases;
    this.clock = clock;
    this.journal = journal;
  }

  /** What a run marked. */
  record Run(int dueSoon, int overdue) {}

  /** Looks at what is due up to the longest warning from now. */
  Run run() {
    var now = clock.instant();
    var horizon = Clocks.day(now.plus(Clocks.longestWarning()));
    int dueSoon = 0;
    int overdue = 0;
    for (CaseState state : OPEN) {
      for (CaseHead head : cases.dueBy(state, horizon)) {
        for (Due due : head.due().running(head.state())) {
          var mark = mark(due, now).filter(what -> marked(head, due, what, now));
          dueSoon += mark.filter(DueMark.DUE_SOON::equals).isPresent() ? 1 : 0;
          overdue += mark.filter(DueMark.OVERDUE::equals).isPresent() ? 1 : 0;
        }
      }
    }
    return new Run(dueSoon, overdue);
  }

  private static Optional<DueMark> mark(Due due, Instant now) {
    if (due.isPast(now)) {
      return Optional.of(DueMark.OVERDUE);
    }
    return due.isSoon(now) ? Optional.of(DueMark.DUE_SOON) : Optional.empty();
  }

  /** A refused write is no loss: it is marked, or the next run sees where the case stands. */
  private boolean marked(CaseHead head, Due due, DueMark mark, Instant now) {
    if (cases.isMarked(head.caseNumber(), due, mark)) {
      return false;
    }
    var event =
        new CaseEvent(
            head.caseNumber(),
            now,
            mark + "-" + due.clock() + "-" + due.day(),
            ACTOR,
            mark.name(),
            head.revision(),
            head.state(),
            due.clock() + " " + due.day());
    if (cases.mark(head, due, mark, event) == Commit.REFUSED) {
      return false;
    }
    journal.note(Journal.Entry.of(kind(mark), head, due.clock()));
    return true;
  }

  private static Journal.Kind kind(DueMark mark) {
    return switch (mark) {
      case DUE_SOON -> Journal.Kind.CLOCK_DUE_SOON;
      case OVERDUE -> Journal.Kind.CLOCK_OVERDUE;
    };
  }
}
