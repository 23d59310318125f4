package org.openimr.casefile;

import java.util.List;
import java.util.Optional;

/**
 * A criterion of a guideline, on the facts of an item.
 *
 * @param id within its topic
 * @param statement what the guideline asks, in our words
 * @param finding what the record shows on it, in a plain sentence
 * @param evidence passages that show it; empty where nothing does, or where the request itself does
 * @param searched the proof of absence, where the result is that nothing is documented
 * @param decided whether the item's decision rests on it
 */
public record Criterion(
    String id,
    String statement,
    CriterionResult result,
    String finding,
    List<Anchor> evidence,
    Optional<Search> searched,
    boolean decided) {
  /** Copies the list. */
  public Criterion {
    evidence = List.copyOf(evidence);
  }

  /** The same criterion, with the item's decision resting on it. */
  public Criterion carrying() {
    return new Criterion(id, statement, result, finding, evidence, searched, true);
  }
}
