package org.openimr.guidelines.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;

/**
 * The facts of an item, each chosen from all passages of the case file when it is first asked for.
 * For one thread, like the evaluation of an item.
 */
final class ItemFacts {
  private final Function<String, Map<String, Selected>> select;
  private final Map<String, Selected> selected = new HashMap<>();

  /**
   * Facts of an item.
   *
   * @param select chooses a fact, and those that are chosen together with it
   */
  ItemFacts(Function<String, Map<String, Selected>> select) {
    this.select = select;
  }

  /**
   * A fact after selection.
   *
   * @param chosen empty where no passage counts
   * @param rejected passages that bear on it and do not count, with the reason
   */
  record Selected(Optional<Chosen> chosen, List<NearestPassage> rejected) {
    Selected {
      rejected = List.copyOf(rejected);
    }
  }

  /**
   * A fact of an item.
   *
   * @param value as rules see it
   * @param passages that state this value
   * @param conflicting whether a passage of the same day states another value
   * @param since from which day on every record says the same; an undated one is the oldest
   */
  record Chosen(Object value, List<Observation> passages, boolean conflicting, LocalDate since) {
    Chosen {
      passages = List.copyOf(passages);
    }
  }

  private Selected selected(String fact) {
    Selected found = selected.get(fact);
    if (found == null) {
      Map<String, Selected> together = select.apply(fact);
      selected.putAll(together);
      found = together.getOrDefault(fact, new Selected(Optional.empty(), List.of()));
      selected.put(fact, found);
    }
    return found;
  }

  Optional<Chosen> chosen(String fact) {
    return selected(fact).chosen();
  }

  List<NearestPassage> rejected(String fact) {
    return selected(fact).rejected();
  }

  /** The value as rules see it; null where it is unknown. */
  @Nullable Object value(String fact) {
    return chosen(fact).map(Chosen::value).orElse(null);
  }
}
