package org.openimr.records;

import java.time.Instant;
import org.openimr.casefile.Decision;
import org.openimr.casefile.ReviewAction;
import org.openimr.reviewers.Pseudonym;

/**
 * A reviewer's review of an item, without its words.
 *
 * @param number of the item, from 1
 * @param body hash of its body, an {@link org.openimr.casefile.ItemReview}
 * @param at when it was written
 */
public record ReviewRow(
    Pseudonym reviewer,
    int number,
    ReviewAction action,
    Decision decision,
    String body,
    Instant at) {}
