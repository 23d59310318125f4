package org.openimr.guidelines.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openimr.casefile.EditionPolicy;

/**
 * The rules of all topics.
 *
 * @param version SHA-256 over the content, lower case hex
 * @param settings values of {@code policy.*} in rules
 * @param factors morphine equivalents by drug, oral milligram to milligram
 * @param usualDaysSupply of a prescription that does not say how long it lasts
 * @param acuteDays how long after the injury the acute phase lasts, {@code subacuteDays} likewise
 *     (R-12)
 * @param current facts that describe a state and so go out of date
 * @param currentForDays how long they count before the request
 * @param topics by falling priority
 */
public record RulePack(
    String version,
    EditionPolicy editionPolicy,
    Map<String, Object> settings,
    Map<String, BigDecimal> factors,
    int usualDaysSupply,
    int acuteDays,
    int subacuteDays,
    Set<String> current,
    int currentForDays,
    List<Definition> definitions,
    List<Topic> topics) {
  /** Copies the collections. */
  public RulePack {
    settings = Map.copyOf(settings);
    factors = Map.copyOf(factors);
    current = Set.copyOf(current);
    definitions = List.copyOf(definitions);
    topics = List.copyOf(topics);
  }

  /** The same rules under other settings of the policy. */
  public RulePack with(EditionPolicy policy, Map<String, Object> changed) {
    var merged = new HashMap<>(settings);
    merged.putAll(changed);
    return new RulePack(
        version,
        policy,
        merged,
        factors,
        usualDaysSupply,
        acuteDays,
        subacuteDays,
        current,
        currentForDays,
        definitions,
        topics);
  }

  /**
   * A fact that follows from others, shared by all topics.
   *
   * @param from the first of these that is known is its value
   */
  public record Definition(String name, String label, List<Expression> from) {
    /** Copies the list. */
    public Definition {
      from = List.copyOf(from);
    }
  }
}
