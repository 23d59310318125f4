package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openimr.casefile.CaseNumber;

/**
 * Why each candidate was taken or passed over; pseudonyms and rules only.
 *
 * @param rulesVersion hash of rules and tables, by which the choice can be repeated
 * @param candidates in the order of their pseudonyms
 * @param counts how many each rule passes over, most first; rules that pass over nobody are left
 *     out
 * @param coverage for each item how many candidates could decide it
 * @param notNamed parts that every case has and that this one names nobody for: ties to them could
 *     not be looked for
 */
public record Explanation(
    CaseNumber caseNumber,
    LocalDate on,
    String rulesVersion,
    List<Assessment> candidates,
    List<RuleCount> counts,
    List<ItemCoverage> coverage,
    Set<PartyRole> notNamed) {
  /**
   * How many a rule passes over.
   *
   * @param alone those against whom no other rule speaks
   */
  public record RuleCount(RuleId rule, int passedOver, int alone) {}

  /**
   * Who could decide an item.
   *
   * @param candidates those against whom nothing speaks but other items
   */
  public record ItemCoverage(int item, int candidates) {}

  /** Copies the lists. */
  public Explanation {
    candidates = List.copyOf(candidates);
    counts = List.copyOf(counts);
    coverage = List.copyOf(coverage);
    notNamed = Collections.unmodifiableSet(new TreeSet<>(notNamed));
  }

  /** The items for which there is nobody. */
  public List<Integer> itemsWithoutReviewer() {
    return coverage.stream()
        .filter(item -> item.candidates() == 0)
        .map(ItemCoverage::item)
        .toList();
  }

  /** Why nobody fits, in sentences for staff; empty where somebody does. */
  public List<String> whyNobody(ReviewRules rules) {
    if (candidates.stream().anyMatch(one -> one.standing() != Assessment.Standing.PASSED_OVER)) {
      return List.of();
    }
    var sentences = new ArrayList<String>();
    sentences.add("None of " + candidates.size() + " candidates fits the case.");
    itemsWithoutReviewer().forEach(item -> sentences.add("No candidate fits item " + item + "."));
    if (!candidates.isEmpty() && itemsWithoutReviewer().isEmpty()) {
      sentences.add(
          "Each item has a candidate, and nobody fits all of them. More than one reviewer needs the"
              + " Administrative Director's written approval.");
    }
    for (RuleCount count : counts) {
      sentences.add(
          rules.rule(count.rule()).statement()
              + " Passes over "
              + count.passedOver()
              + ", "
              + count.alone()
              + " of them alone.");
    }
    return List.copyOf(sentences);
  }
}
