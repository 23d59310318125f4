package org.openimr.reviewers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openimr.casefile.Decision;
import org.openimr.casefile.TreatmentCategory;

/**
 * How adopted decisions agree with what was proposed, for the analyst of the rules: counts, and
 * nothing of a case or a person.
 *
 * @param whole all items
 * @param byTopic by guideline topic, in the order of their ids; items that no topic reached are
 *     under {@link #NO_TOPIC}
 * @param byCategory by treatment category, in the order of the enum
 */
public record ProposalAgreement(Group whole, List<Group> byTopic, List<Group> byCategory) {
  /** Stands for items that no topic reached; no id of a topic is in upper case. */
  public static final String NO_TOPIC = "NONE";

  /** Copies the lists. */
  public ProposalAgreement {
    byTopic = List.copyOf(byTopic);
    byCategory = List.copyOf(byCategory);
  }

  /**
   * An item that was decided.
   *
   * @param topic empty where none reached it
   * @param overridden whether a reviewer put other reasons in place of the proposal's
   */
  public record Decided(
      int number,
      Optional<String> topic,
      TreatmentCategory category,
      Decision proposed,
      Decision adopted,
      boolean overridden) {}

  /**
   * Items that have something in common.
   *
   * @param agree how many were adopted as proposed
   * @param overridden how many have a reviewer's own reasons
   * @param outcomes how many of each pair, the empty ones left out
   */
  public record Group(String name, int items, int agree, int overridden, List<Outcomes> outcomes) {
    /** Copies the list. */
    public Group {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** How many items were proposed so and adopted so. */
  public record Outcomes(Decision proposed, Decision adopted, int items) {}

  /** Counts items. */
  public static ProposalAgreement of(List<Decided> items) {
    return new ProposalAgreement(
        group("ALL", items),
        groups(items, item -> item.topic().orElse(NO_TOPIC), name -> name),
        groups(items, Decided::category, TreatmentCategory::name));
  }

  private static <K extends Comparable<K>> List<Group> groups(
      List<Decided> items, Function<Decided, K> key, Function<K, String> name) {
    var groups =
        items.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(entry -> group(name.apply(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static Group group(String name, List<Decided> items) {
    return new Group(
        name,
        items.size(),
        count(items, item -> item.proposed() == item.adopted()),
        count(items, Decided::overridden),
        Arrays.stream(Decision.values())
            .flatMap(proposed -> outcomes(items, proposed))
            .filter(outcome -> outcome.items() > 0)
            .toList());
  }

  private static Stream<Outcomes> outcomes(List<Decided> items, Decision proposed) {
    return Arrays.stream(Decision.values())
        .map(
            adopted ->
                new Outcomes(
                    proposed,
                    adopted,
                    count(
                        items, item -> item.proposed() == proposed && item.adopted() == adopted)));
  }

  private static int count(List<Decided> items, Predicate<Decided> which) {
    return (int) items.stream().filter(which).count();
  }
}
