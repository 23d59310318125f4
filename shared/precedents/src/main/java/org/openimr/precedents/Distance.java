package org.openimr.precedents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Edition;

/**
 * How far a precedent is from an item of the same category and region: 0 where topic, criteria,
 * regions and edition are the same.
 *
 * @param value sum of the differences, each of a fixed weight
 * @param differences each in words, in a fixed order
 */
public record Distance(int value, List<String> differences) {
  /** Another guideline topic: its criteria ask something else, so none of them is compared. */
  static final int TOPIC = 100;

  /** A criterion that is met in one and contradicted in the other. */
  static final int OPPOSED = 10;

  /** A criterion that has another result, such as not documented in one of them. */
  static final int OTHER_RESULT = 5;

  /** One of them is about further regions. */
  static final int REGIONS = 2;

  /** Another edition of the schedule. */
  static final int EDITION = 1;

  /** Copies the list. */
  public Distance {
    differences = List.copyOf(differences);
  }

  static Distance between(ItemProfile item, ItemProfile precedent) {
    var sum = new Sum();
    if (item.topic().equals(precedent.topic())) {
      criteria(item, precedent, sum);
    } else {
      sum.add(TOPIC, "topic: " + words(precedent.topic()) + ", here " + words(item.topic()));
    }
    if (!item.regions().equals(precedent.regions())) {
      sum.add(REGIONS, "regions: " + precedent.regions() + ", here " + item.regions());
    }
    if (!item.edition().equals(precedent.edition())) {
      sum.add(
          EDITION,
          "edition: "
              + words(precedent.edition().map(Edition::name))
              + ", here "
              + words(item.edition().map(Edition::name)));
    }
    return new Distance(sum.value, sum.differences);
  }

  private static void criteria(ItemProfile item, ItemProfile precedent, Sum sum) {
    var ids = new TreeSet<>(item.criteria().keySet());
    ids.addAll(precedent.criteria().keySet());
    for (String id : ids) {
      var here = Optional.ofNullable(item.criteria().get(id));
      var there = Optional.ofNullable(precedent.criteria().get(id));
      if (!here.equals(there)) {
        sum.add(
            opposed(here, there) ? OPPOSED : OTHER_RESULT,
            id
                + ": "
                + words(there.map(CriterionResult::name))
                + ", here "
                + words(here.map(CriterionResult::name)));
      }
    }
  }

  private static boolean opposed(Optional<CriterionResult> one, Optional<CriterionResult> other) {
    return one.isPresent()
        && other.isPresent()
        && List.of(CriterionResult.MET, CriterionResult.NOT_MET)
            .containsAll(List.of(one.get(), other.get()));
  }

  private static String words(Optional<String> name) {
    return name.orElse("none");
  }

  private static final class Sum {
    private int value;
    private final List<String> differences = new ArrayList<>();

    private void add(int weight, String difference) {
      value += weight;
      differences.add(difference);
    }
  }
}
