package org.openimr.reviewers;

import java.time.LocalDate;

/**
 * A licence or certification that is about to lapse, or has lapsed.
 *
 * @param lastDay on which it counts
 * @param lapsed whether that day is over
 */
public record Lapse(Pseudonym reviewer, Credential credential, LocalDate lastDay, boolean lapsed) {}
