package org.openimr.precedents;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Edition;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;

/**
 * What makes two disputed items alike: the treatment, the guideline topic, and how its criteria
 * came out. It holds no decision, so comparing by it cannot favour one.
 *
 * @param regions in the order of the enumeration; empty where the treatment is of no region
 * @param topic id of the guideline topic; empty where none reaches the item
 * @param criteria results by the id of the criterion
 */
public record ItemProfile(
    TreatmentCategory category,
    List<Region> regions,
    Optional<String> topic,
    Optional<Edition> edition,
    SortedMap<String, CriterionResult> criteria) {
  /** Sorts the regions and copies the map. */
  public ItemProfile {
    regions = regions.stream().distinct().sorted().toList();
    criteria = Collections.unmodifiableSortedMap(new TreeMap<>(criteria));
  }

  /** The profile of an evaluated item. */
  public static ItemProfile of(ItemEvaluation item) {
    var criteria = new TreeMap<String, CriterionResult>();
    for (Criterion criterion : item.criteria()) {
      criteria.put(criterion.id(), criterion.result());
    }
    return new ItemProfile(
        item.treatment().category(),
        item.treatment().regions(),
        item.topic(),
        item.edition(),
        criteria);
  }

  /**
   * The results in the order of their criteria, a letter each: met, contradicted, not documented,
   * unreadable, not applicable as M, C, D, U, A. Equal for equal results of one topic.
   */
  public String pattern() {
    return criteria.values().stream().map(ItemProfile::letter).collect(Collectors.joining());
  }

  private static String letter(CriterionResult result) {
    return switch (result) {
      case MET -> "M";
      case NOT_MET -> "C";
      case NOT_DOCUMENTED -> "D";
      case NOT_READABLE -> "U";
      case NOT_APPLICABLE -> "A";
    };
  }
}
