package org.openimr.determine;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Code;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Evaluation;
import org.openimr.procedure.Clocks;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.Commit;
import org.openimr.records.DocumentPointer;
import org.openimr.records.EvaluationPointer;
import org.openimr.records.HeadImage;
import org.openimr.records.Journal;
import org.openimr.records.Redo;

/**
 * ADOPTED to ISSUED: writes the final determination into the bucket with Object Lock and points the
 * case at it, which starts the clocks to carry it out and to appeal. A case that is issued already,
 * or closed, is success without a write.
 */
final class IssueStep {
  private static final String ACTOR = "determine";

  private final Cases cases;
  private final Bodies bodies;
  private final Letters letters;
  private final DocumentFolder documents;
  private final InstantSource clock;
  private final Journal journal;

  IssueStep(
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

  /** Issues the determination of the revision that a stream record tells of. */
  void run(HeadImage image) {
    Redo.untilDone("Issue", () -> once(image));
  }

  private Optional<Commit> once(HeadImage image) {
    var head =
        cases
            .head(image.caseNumber())
            .filter(now -> now.state() == CaseState.ADOPTED && now.revision() == image.revision());
    return head.isEmpty() ? Optional.of(Commit.DONE) : issue(head.get());
  }

  private Optional<Commit> issue(CaseHead head) {
    var adoption = bodies.get(head.adoption().orElseThrow().hash(), Adoption.class);
    var evaluation = bodies.get(adoption.evaluation(), Evaluation.class);
    var set =
        letters
            .expeditedSince(head.due().expedited().map(Clocks::day))
            .issue(
                bodies.get(adoption.caseFile(), CaseFile.class),
                evaluation,
                head.revision(),
                adoption);
    return documents
        .put(folder(head), set)
        .map(pointer -> issued(head, pointer, granted(evaluation, adoption)))
        .orElseGet(() -> mismatch(head));
  }

  private String folder(CaseHead head) {
    return "%s/r%d/final/%s-%s"
        .formatted(
            head.caseNumber(),
            head.revision(),
            head.evaluation().map(EvaluationPointer::hash).orElseThrow(),
            letters.rendererVersion());
  }

  /** When each treatment was given that was found necessary. */
  private static List<Optional<LocalDate>> granted(Evaluation evaluation, Adoption adoption) {
    return evaluation.items().stream()
        .filter(item -> adoption.result(item.number()).decision() == Decision.OVERTURNED)
        .map(item -> item.item().serviceDate())
        .toList();
  }

  private Optional<Commit> issued(
      CaseHead head, DocumentPointer pointer, List<Optional<LocalDate>> granted) {
    var now = clock.instant();
    var after = head.issued(pointer, head.due().issued(granted, Clocks.day(now)), now);
    return write(head, after, "ISSUED", "ADOPTED", Journal.Kind.CASE_ISSUED);
  }

  private Optional<Commit> mismatch(CaseHead head) {
    var after =
        head.failed(
            Code.DOCUMENT_MISMATCH,
            "A final determination of this case is stored with other content. Staff must compare"
                + " them.",
            clock.instant());
    return write(head, after, "FAILED", Code.DOCUMENT_MISMATCH.name(), Journal.Kind.CASE_FAILED);
  }

  private Optional<Commit> write(
      CaseHead before, CaseHead after, String event, String cause, Journal.Kind kind) {
    if (cases.advance(before, after, CaseEvent.of(after, ACTOR, event, cause)) == Commit.REFUSED) {
      return Optional.empty();
    }
    journal.note(Journal.Entry.of(kind, after));
    return Optional.of(Commit.DONE);
  }
}
