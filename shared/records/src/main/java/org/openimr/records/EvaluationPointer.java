package org.openimr.records;

import java.util.Optional;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Evaluation;

/**
 * An evaluation, as a case's head points at it.
 *
 * @param hash of its body
 */
public record EvaluationPointer(
    String hash, String rulePackVersion, int upheld, int overturned, int undetermined) {
  /** The pointer at an evaluation whose body is stored. */
  public static EvaluationPointer of(String hash, Evaluation evaluation) {
    return new EvaluationPointer(
        hash,
        evaluation.rulePackVersion(),
        count(evaluation, Decision.UPHELD),
        count(evaluation, Decision.OVERTURNED),
        count(evaluation, Decision.UNDETERMINED));
  }

  /**
   * The decision over all items (design section 3.2): {@code UPHOLD}, {@code OVERTURN} or {@code
   * PARTIALLY_OVERTURN}; empty while an item is undetermined.
   */
  public Optional<String> overall() {
    if (undetermined > 0) {
      return Optional.empty();
    }
    if (overturned == 0) {
      return Optional.of("UPHOLD");
    }
    return Optional.of(upheld == 0 ? "OVERTURN" : "PARTIALLY_OVERTURN");
  }

  private static int count(Evaluation evaluation, Decision decision) {
    return (int) evaluation.items().stream().filter(item -> item.decision() == decision).count();
  }
}
