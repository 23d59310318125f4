package org.openimr.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.reviewers.Assignment;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewCase;
import org.openimr.reviewers.WrittenApproval;

/**
 * The assignments of a case, as read at once.
 *
 * @param version grows with every write to any of them; 0 before the first
 * @param approval of more than one reviewer
 * @param waits why the case waits for a reviewer, in sentences for staff; none where it does not
 * @param rows one for each reviewer who has or had the case, in the order of pseudonyms
 */
public record CaseAssignments(
    CaseNumber caseNumber,
    long version,
    Optional<WrittenApproval> approval,
    List<String> waits,
    List<AssignmentRow> rows) {
  /** Copies the lists. */
  public CaseAssignments {
    waits = List.copyOf(waits);
    rows = List.copyOf(rows);
  }

  /** The assignments without what is kept beside them. */
  public List<Assignment> assignments() {
    return rows.stream().map(AssignmentRow::assignment).toList();
  }

  /** Those that are somebody's work: one, or as many as the approval allows. */
  public List<AssignmentRow> open() {
    return rows.stream().filter(row -> row.assignment().isOpen()).toList();
  }

  /** Whether nothing is on record but who has had the case, if anybody. */
  public boolean isUntouched() {
    return waits.isEmpty() && approval.isEmpty();
  }

  /** A reviewer's assignment in any state. */
  public Optional<AssignmentRow> of(Pseudonym reviewer) {
    return rows.stream().filter(row -> row.assignment().reviewer().equals(reviewer)).findFirst();
  }

  /** Who may not have the case again, for the choice of another. */
  public Map<Pseudonym, ReviewCase.Bar> barred() {
    var barred = new HashMap<Pseudonym, ReviewCase.Bar>();
    assignments().forEach(one -> one.bar().ifPresent(bar -> barred.put(one.reviewer(), bar)));
    return Map.copyOf(barred);
  }
}
