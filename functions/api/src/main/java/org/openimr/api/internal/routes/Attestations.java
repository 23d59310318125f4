package org.openimr.api.internal.routes;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.openimr.api.internal.access.FileDoor;
import org.openimr.records.AssignmentRow;
import org.openimr.records.Assignments;
import org.openimr.records.CaseAssignments;
import org.openimr.records.CaseHead;
import org.openimr.reviewers.Assignment;
import org.openimr.reviewers.CaseParty;
import org.openimr.reviewers.Pseudonym;

/**
 * Assignments as they stand before the parties that a case's revision names: a paper that names
 * somebody new closes the file until the reviewer has answered for that party, too.
 */
public final class Attestations implements FileDoor {
  private final Assignments assignments;
  private final RecentBodies bodies;

  /** Attestations of these records. */
  public Attestations(Assignments assignments, RecentBodies bodies) {
    this.assignments = assignments;
    this.bodies = bodies;
  }

  @Override
  public boolean opens(CaseHead head, String pseudonym) {
    return Pseudonym.of(pseudonym)
        .flatMap(assignments.of(head.caseNumber())::of)
        .map(row -> now(head, row))
        // Who has decided may read on what.
        .filter(assignment -> assignment.mayOpenFile() || assignment.hasDecided())
        .isPresent();
  }

  /** All assignments of a case as they were written last. */
  CaseAssignments of(CaseHead head) {
    return assignments.of(head.caseNumber());
  }

  /** The assignment as it stands now. */
  Assignment now(CaseHead head, AssignmentRow row) {
    return row.assignment().facing(List.copyOf(parties(head).keySet()));
  }

  /** Who is named in a case, and how. */
  SequencedMap<CaseParty, String> parties(CaseHead head) {
    return CaseParty.named(bodies.file(head).fields());
  }

  /** For staff the first of the assignments whose work the case is; else the reviewer's own. */
  Optional<AssignmentRow> shown(CaseAssignments all, Call call) {
    return switch (call.caller().role()) {
      case STAFF -> all.open().stream().findFirst();
      case REVIEWER -> Pseudonym.of(call.caller().subject()).flatMap(all::of);
      case CLAIMS_ADMINISTRATOR, PARTY, ANALYST -> Optional.empty();
    };
  }
}
