package org.openimr.guidelines;

import java.util.List;
import java.util.Set;
import org.openimr.casefile.Edition;
import org.openimr.casefile.TreatmentCategory;

/**
 * A topic of a rule pack, as an analyst lists it.
 *
 * @param sources tables and rules of the domain brief that it holds
 * @param editions that it covers, earliest first
 * @param categories of requests that it may reach
 * @param checked whether a physician has compared it with the original guideline
 */
public record TopicSummary(
    String id,
    String title,
    List<String> sources,
    List<Edition> editions,
    Set<TreatmentCategory> categories,
    boolean checked) {
  /** Copies the collections. */
  public TopicSummary {
    sources = List.copyOf(sources);
    editions = List.copyOf(editions);
    categories = Set.copyOf(categories);
  }
}
