package org.openimr.records;

import java.time.LocalDate;
import java.util.Optional;
import org.openimr.reviewers.Assignment;

/**
 * An assignment as the table keeps it.
 *
 * @param due when the case is due, by which a reviewer's cases are listed
 * @param explanation hash of the body that explains the choice; empty where staff chose by hand
 * @param further whether the case's head is listed for another reviewer, so that this row is what
 *     lists it for this one
 */
public record AssignmentRow(
    Assignment assignment, Optional<LocalDate> due, Optional<String> explanation, boolean further) {
  /** The row once its assignment has gone on. */
  public AssignmentRow with(Assignment next) {
    return new AssignmentRow(next, due, explanation, further);
  }

  /** The row once the case is due on another day. */
  public AssignmentRow dueOn(Optional<LocalDate> day) {
    return new AssignmentRow(assignment, day, explanation, further);
  }
}
