package org.openimr.guidelines.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.TreatmentCategory;

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
 * @param sided findings of one side, which count for that side only
 * @param usualDoses how often a day a drug is taken where neither request nor record says it (G-14)
 * @param chapters what citations call the chapter of a body part
 * @param dependences on which items other items hang, the first that holds
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
    Set<String> sided,
    Map<String, BigDecimal> usualDoses,
    Chapters chapters,
    List<Definition> definitions,
    List<Dependence> dependences,
    List<Topic> topics) {
  /** Copies the collections. */
  public RulePack {
    settings = Map.copyOf(settings);
    factors = Map.copyOf(factors);
    current = Set.copyOf(current);
    sided = Set.copyOf(sided);
    usualDoses = Map.copyOf(usualDoses);
    definitions = List.copyOf(definitions);
    dependences = List.copyOf(dependences);
    topics = List.copyOf(topics);
  }

  /** Whether a setting of the policy is on. */
  boolean holds(String setting) {
    return Boolean.TRUE.equals(settings.get(setting));
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
        sided,
        usualDoses,
        chapters,
        definitions,
        dependences,
        topics);
  }

  /**
   * A kind of item that hangs on another one of the case.
   *
   * @param when over the request
   * @param of categories of what it may hang on
   */
  public record Dependence(Expression when, Set<TreatmentCategory> of) {
    /** Copies the set. */
    public Dependence {
      of = Set.copyOf(of);
    }
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
