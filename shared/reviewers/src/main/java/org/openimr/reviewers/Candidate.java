package org.openimr.reviewers;

/**
 * A reviewer of the roster, with the work at hand.
 *
 * @param openCases assigned and not decided, 0 or more
 */
public record Candidate(Credentials credentials, int openCases) {}
