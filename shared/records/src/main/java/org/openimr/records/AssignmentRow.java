package org.openimr.records;

import java.time.LocalDate;
import java.util.Optional;
import org.openimr.reviewers.Assignment;

/**
 * An assignment as the table keeps it.
 *
 * @param due when the case is due, by which a reviewer's cases are listed
 * @param explanation hash of the body that explains the choice; empty where staff chose by hand
 */
public record AssignmentRow(
    Assignment assignment, Optional<LocalDate> due, Optional<String> explanation) {}
