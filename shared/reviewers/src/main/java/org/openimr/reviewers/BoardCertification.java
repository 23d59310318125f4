package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A certification by a board in a specialty.
 *
 * @param lastDay empty for one that is for life
 */
public record BoardCertification(Board board, Specialty specialty, Optional<LocalDate> lastDay)
    implements Credential {}
