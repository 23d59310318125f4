package org.openimr.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that rules may ask for (domain brief, part 6).
 *
 * @param facts by name
 */
public record FactDictionary(Map<String, Entry> facts) {
  /** What kind of value a fact has, and how rules see it. */
  public enum Kind {
    TRUTH,
    AMOUNT,
    TERM
  }

  /**
   * A fact.
   *
   * @param label what it is, to be put after "no record of "
   * @param terms words and synonyms that are searched before absence is said
   * @param regional whether it counts only for the body region of the item
   * @param bySubject whether it is kept apart for each subject, such as each drug
   * @param unit of an amount
   */
  public record Entry(
      String name,
      Kind kind,
      String label,
      List<String> terms,
      boolean regional,
      boolean bySubject,
      Optional<String> unit) {
    /** The unit of an amount that runs from the date of its passage to the request. */
    public static final String DAYS_BEFORE_REQUEST = "days before the request";

    /** Copies the list. */
    public Entry {
      terms = List.copyOf(terms);
    }

    /** Whether the amount is the passage's age, which is only known once the request is. */
    public boolean isAge() {
      return unit.filter(DAYS_BEFORE_REQUEST::equals).isPresent();
    }

    /** A fact that has no unit. */
    public Entry(
        String name,
        Kind kind,
        String label,
        List<String> terms,
        boolean regional,
        boolean bySubject) {
      this(name, kind, label, terms, regional, bySubject, Optional.empty());
    }
  }

  /** Copies the map. */
  public FactDictionary {
    facts = Map.copyOf(facts);
  }
}
