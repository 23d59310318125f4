package org.openimr.reviewers;

import org.openimr.casefile.Decision;

/** One reviewer's decision of one item. */
public record Vote(Pseudonym reviewer, Decision decision) {}
