package org.openimr.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseState;
import org.openimr.casefile.Decision;
import org.openimr.casefile.ReviewAction;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;
import org.openimr.reviewers.Assignment;
import org.openimr.reviewers.CaseParty;
import org.openimr.reviewers.PartyKey;
import org.openimr.reviewers.PartyRole;
import org.openimr.reviewers.ProposalAgreement;
import org.openimr.reviewers.Pseudonym;

/** Reviews and adoptions in the table. */
class AdoptionsTest {
  private static final Pseudonym REVIEWER = new Pseudonym("RV-000001");
  private static final Pseudonym OTHER = new Pseudonym("RV-000002");
  private static final LocalDate DAY = LocalDate.of(2015, 12, 7);
  private static final List<ProposalAgreement.Decided> ITEMS =
      List.of(
          new ProposalAgreement.Decided(
              1,
              Optional.of("massage-therapy"),
              TreatmentCategory.MASSAGE,
              Decision.OVERTURNED,
              Decision.UPHELD,
              true),
          new ProposalAgreement.Decided(
              2,
              Optional.empty(),
              TreatmentCategory.UNKNOWN,
              Decision.UNDETERMINED,
              Decision.UPHELD,
              true));

  private final MemoryTable table = new MemoryTable();
  private final Cases cases = new Cases(table);
  private final Reviews reviews = new Reviews(table);
  private final Adoptions adoptions = new Adoptions(table);
  private final Assignments assignments = new Assignments(table);
  private final CaseHead proposed = SampleCase.proposed(table, new MemoryObjects());

  private static ReviewRow row(Pseudonym reviewer, int number, Decision decision) {
    return new ReviewRow(
        reviewer, number, ReviewAction.OVERRIDE, decision, "body", SampleCase.ADOPTED);
  }

  private CaseHead put(CaseHead before, ReviewRow row) {
    var after = before.touched(SampleCase.ADOPTED);
    reviews.put(before, after, row, CaseEvent.of(after, "reviewer", "ITEM_REVIEWED", "item"));
    return after;
  }

  private static Assignment.Attested attested() {
    var party = new CaseParty(PartyRole.EMPLOYEE, PartyKey.of("Somebody"));
    return new Assignment.Attested(SampleCase.CASE, REVIEWER, DAY, DAY, List.of(party));
  }

  private static AssignmentRow kept(Assignment assignment) {
    return new AssignmentRow(assignment, Optional.empty(), Optional.empty(), false);
  }

  private void assign() {
    var none = assignments.of(SampleCase.CASE);
    assignments.write(
        proposed,
        none,
        kept(attested()),
        Assignments.event(proposed, none, SampleCase.ADOPTED, "staff", "ASSIGNED", "choice"));
  }

  private Adoptions.Change change(CaseHead before, CaseAssignments read) {
    var after = before.adopted(AdoptionPointer.of("hash", DAY), SampleCase.ADOPTED);
    var ended = new Assignment.Ended(SampleCase.CASE, REVIEWER, DAY, Assignment.Ending.DECIDED);
    return new Adoptions.Change(
        before,
        after,
        ITEMS,
        read,
        List.of(kept(ended)),
        CaseEvent.of(after, "reviewer", "ADOPTED", "hash"));
  }

  @Test
  void aReviewerHasOneReviewOfAnItem() {
    var head = put(proposed, row(REVIEWER, 1, Decision.UPHELD));
    head = put(head, row(OTHER, 1, Decision.UPHELD));
    head = put(head, row(REVIEWER, 1, Decision.OVERTURNED));
    assertEquals(
        List.of(
            List.of(row(REVIEWER, 1, Decision.OVERTURNED), row(OTHER, 1, Decision.UPHELD)),
            List.of(row(OTHER, 1, Decision.UPHELD)),
            Optional.of(head)),
        List.of(reviews.of(head), reviews.of(head, OTHER), cases.head(SampleCase.CASE)));
  }

  @Test
  void aReviewOfACaseThatHasMovedOnIsRefused() {
    put(proposed, row(REVIEWER, 1, Decision.UPHELD));
    var late = proposed.touched(SampleCase.ADOPTED);
    assertEquals(
        Commit.REFUSED,
        reviews.put(
            proposed,
            late,
            row(REVIEWER, 1, Decision.OVERTURNED),
            CaseEvent.of(late, "reviewer", "ITEM_REVIEWED", "item")));
  }

  @Test
  void aReviewBelongsToItsEvaluation() {
    var head = put(proposed, row(REVIEWER, 1, Decision.UPHELD));
    var revised = SampleCase.revised(head, RevisionTrail.NONE);
    assertEquals(List.of(), reviews.of(revised));
  }

  @Test
  void anAdoptionMovesTheCaseEndsItsAssignmentAndIsCounted() {
    assign();
    var change = change(proposed, assignments.of(SampleCase.CASE));
    var commit = table.commit(adoptions.writes(change));
    assertEquals(
        List.of(
            Commit.DONE,
            Optional.of(change.after()),
            change.ended(),
            new Adoptions.Found(1, ITEMS, true)),
        List.of(
            commit,
            cases.head(SampleCase.CASE),
            assignments.of(SampleCase.CASE).rows(),
            adoptions.all(10)));
  }

  @Test
  void anAdoptionIsRefusedWhereTheAssignmentsHaveChanged() {
    var read = assignments.of(SampleCase.CASE);
    assign();
    assertEquals(
        List.of(Commit.REFUSED, CaseState.PROPOSED),
        List.of(
            table.commit(adoptions.writes(change(proposed, read))),
            cases.head(SampleCase.CASE).orElseThrow().state()));
  }

  @Test
  void anAdoptionIsRefusedWhereAReviewHasChanged() {
    assign();
    put(proposed, row(REVIEWER, 1, Decision.UPHELD));
    assertEquals(
        Commit.REFUSED,
        table.commit(adoptions.writes(change(proposed, assignments.of(SampleCase.CASE)))));
  }
}
