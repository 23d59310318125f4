package org.openimr.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The evaluation of one disputed item.
 *
 * @param number from 1
 * @param item as disputed
 * @param topic id of the guideline topic; empty where none reaches the item
 * @param topicReason why this topic was chosen, or why none was
 * @param reviewerGuidelines citations in the required form (8 CCR 9792.21.1(d)), primary first
 * @param rule the guideline's rule in our words, a sentence or two; empty without a topic
 * @param conclusion why the criteria give this decision, in plain sentences
 * @param taper whether the letter must advise against stopping abruptly
 */
public record ItemEvaluation(
    int number,
    DisputedItem item,
    TreatmentRequest treatment,
    Decision decision,
    Optional<Edition> edition,
    Set<Flag> flags,
    FourQuantities quantity,
    List<String> reviewerGuidelines,
    Optional<String> topic,
    String topicReason,
    List<SearchStep> searchSequence,
    List<Criterion> criteria,
    String rule,
    String conclusion,
    boolean taper) {
  /** Copies the collections. */
  public ItemEvaluation {
    flags = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    reviewerGuidelines = List.copyOf(reviewerGuidelines);
    searchSequence = List.copyOf(searchSequence);
    criteria = List.copyOf(criteria);
  }
}
