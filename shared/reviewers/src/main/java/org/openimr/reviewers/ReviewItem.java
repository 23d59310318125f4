package org.openimr.reviewers;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;

/**
 * A disputed item as far as the choice of a reviewer needs it.
 *
 * @param number from 1
 * @param regions empty where the item names none
 */
public record ReviewItem(int number, TreatmentCategory category, Set<Region> regions) {
  /** Copies the set. */
  public ReviewItem {
    var ordered = EnumSet.noneOf(Region.class);
    ordered.addAll(regions);
    regions = Collections.unmodifiableSet(ordered);
  }

  /** The item of an evaluation. */
  public static ReviewItem of(ItemEvaluation item) {
    var regions = EnumSet.noneOf(Region.class);
    regions.addAll(item.treatment().regions());
    return new ReviewItem(item.number(), item.treatment().category(), regions);
  }
}
