package org.openimr.determine;

import java.time.InstantSource;
import java.util.Optional;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Evaluation;
import org.openimr.procedure.Clocks;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.EvaluationPointer;
import org.openimr.records.HeadImage;
import org.openimr.records.Journal;
import org.openimr.records.Redo;

/**
 * EVALUATED to PROPOSED: writes the draft of the determination into the derived bucket and points
 * the case at it. A revision that has moved on, or is proposed already, is success without a write.
 */
final class ProposalStep {
  private static final String ACTOR = "determine";

  private final Cases cases;
  private final Bodies bodies;
  private final Letters letters;
  private final DocumentFolder documents;
  private final InstantSource clock;
  private final Journal journal;

  ProposalStep(
      Cases cases,
      Bodies bodies,
      Letters letters,
      DocumentFolder documents,
      InstantSource clock,
      Journal journal) {
    this.cases = cases;
    this.bodies = bodies;
    this.letters = letters;
    this.documents = documents;
    this.clock = clock;
    this.journal = journal;
  }

  /** Proposes a determination for the revision that a stream record tells of. */
  void run(HeadImage image) {
    Redo.untilDone("Propose", () -> once(image));
  }

  private Optional<Commit> once(HeadImage image) {
    var head =
        cases
            .head(image.caseNumber())
            .filter(
                now -> now.state() == CaseState.EVALUATED && now.revision() == image.revision());
    return head.isEmpty() ? Optional.of(Commit.DONE) : propose(head.get());
  }

  private Optional<Commit> propose(CaseHead head) {
    var evaluation = head.evaluation().map(EvaluationPointer::hash).orElseThrow();
    var set =
        letters
            .expeditedSince(head.due().expedited().map(Clocks::day))
            .propose(
                bodies.get(head.caseFile(), CaseFile.class),
                bodies.get(evaluation, Evaluation.class),
                head.revision());
    var pointer = documents.put(folder(head, evaluation), set);
    if (pointer.isPresent()) {
      var after = head.proposed(pointer.get(), clock.instant());
      return write(head, after, "PROPOSED", Journal.Kind.CASE_PROPOSED);
    }
    var after =
        head.failed(
            Code.DOCUMENT_MISMATCH,
            "A draft of this determination is stored with other content. Staff must compare them.",
            clock.instant());
    return write(head, after, "FAILED", Journal.Kind.CASE_FAILED);
  }

  /** A review may become an expedited one while its draft is written: then the draft is another. */
  private String folder(CaseHead head, String evaluation) {
    return head.caseNumber()
        + "/r"
        + head.revision()
        + "/proposed/"
        + evaluation
        + "-"
        + letters.rendererVersion()
        + head.due().expedited().map(_ -> "-expedited").orElse("");
  }

  private Optional<Commit> write(CaseHead before, CaseHead after, String event, Journal.Kind kind) {
    String cause = after.reason().map(why -> why.code().name()).orElse("EVALUATED");
    if (cases.advance(before, after, CaseEvent.of(after, ACTOR, event, cause)) == Commit.REFUSED) {
      return Optional.empty();
    }
    journal.note(Journal.Entry.of(kind, after));
    return Optional.of(Commit.DONE);
  }
}
