package org.openimr.reviewers;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules say of one candidate.
 *
 * @param against the rules that pass the candidate over; empty for one who fits
 * @param items the numbers of the items that a rule of {@code against} is about, where it is about
 *     items
 * @param ties in the order of the rules
 * @param rankedBy for one who fits and is not taken: the rule that put another first
 */
public record Assessment(
    Pseudonym reviewer,
    Standing standing,
    Set<RuleId> against,
    Map<RuleId, List<Integer>> items,
    List<TieFound> ties,
    boolean california,
    int openCases,
    Optional<RuleId> rankedBy) {
  /** Where a candidate stands. */
  public enum Standing {
    TAKEN,
    FITS,
    PASSED_OVER
  }

  /** Copies the collections; the order is that of the rules. */
  public Assessment {
    var ordered = new EnumMap<RuleId, List<Integer>>(RuleId.class);
    items.forEach((rule, numbers) -> ordered.put(rule, List.copyOf(numbers)));
    items = Collections.unmodifiableMap(ordered);
    var rules = EnumSet.noneOf(RuleId.class);
    rules.addAll(against);
    against = Collections.unmodifiableSet(rules);
    ties = List.copyOf(ties);
  }

  /** The same findings with another standing. */
  Assessment standing(Standing other, Optional<RuleId> by) {
    return new Assessment(reviewer, other, against, items, ties, california, openCases, by);
  }

  /** Whether nothing but items other than this one speaks against the candidate. */
  boolean covers(int item) {
    return against.equals(items.keySet())
        && items.values().stream().noneMatch(numbers -> numbers.contains(item));
  }
}
