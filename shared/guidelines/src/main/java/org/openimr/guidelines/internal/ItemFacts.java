package org.openimr.guidelines.internal;

import java.util.List;
import java.util.Map;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;

/**
 * The facts of an item, chosen from all passages of the case file.
 *
 * @param chosen by fact
 * @param rejected by fact: passages that bear on it and do not count, with the reason
 */
public record ItemFacts(Map<String, Chosen> chosen, Map<String, List<NearestPassage>> rejected) {
  /** Copies the maps. */
  public ItemFacts {
    chosen = Map.copyOf(chosen);
    rejected = Map.copyOf(rejected);
  }

  /**
   * A fact of an item.
   *
   * @param value as rules see it
   * @param passages that state this value
   * @param conflicting whether a passage of the same day states another value
   */
  public record Chosen(Object value, List<Observation> passages, boolean conflicting) {
    /** Copies the list. */
    public Chosen {
      passages = List.copyOf(passages);
    }
  }
}
