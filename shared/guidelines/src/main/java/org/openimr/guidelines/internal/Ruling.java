package org.openimr.guidelines.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Flag;

/**
 * What a topic decides on an item's facts.
 *
 * @param because a template for the reader: the row's reason, or that of missing facts
 * @param supported the most that the topic would allow, for an item that is upheld
 * @param supportedWords templates that say so
 * @param values the facts with what was assumed and what follows from them
 * @param assumptions those that were taken
 * @param alerts those that hold; their flags are among {@code flags}
 */
public record Ruling(
    Decision decision,
    List<Finding> findings,
    List<String> because,
    Optional<Double> supported,
    List<String> supportedWords,
    Set<Flag> flags,
    Values values,
    List<Topic.Assumption> assumptions,
    List<Topic.Alert> alerts) {
  /** Copies the collections. */
  public Ruling {
    findings = List.copyOf(findings);
    because = List.copyOf(because);
    supportedWords = List.copyOf(supportedWords);
    flags = Set.copyOf(flags);
    assumptions = List.copyOf(assumptions);
    alerts = List.copyOf(alerts);
  }

  /**
   * How a criterion came out.
   *
   * @param silenceTaken nothing is documented, and the topic does not hold that against the worker
   * @param decided whether the decision rests on it
   * @param unsure whether it would come out otherwise without passages that text recognition was
   *     not sure of; then it is not readable
   */
  public record Finding(
      Topic.CriterionRule rule,
      CriterionResult result,
      boolean silenceTaken,
      boolean decided,
      boolean unsure) {
    Finding(Topic.CriterionRule rule, CriterionResult result, boolean silenceTaken) {
      this(rule, result, silenceTaken, false, false);
    }

    Finding decidedBy(Set<String> variables) {
      return new Finding(rule, result, silenceTaken, variables.contains(rule.variable()), unsure);
    }

    /** Not readable, as what could be read would be otherwise with surer eyes. */
    Finding doubted() {
      return new Finding(rule, CriterionResult.NOT_READABLE, false, false, true);
    }
  }
}
