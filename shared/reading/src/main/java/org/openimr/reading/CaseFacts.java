package org.openimr.reading;

import java.util.Collection;
import java.util.List;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Region;
import org.openimr.casefile.Search;

/** What the documents of a case file say, and the way to show what they do not say. */
public interface CaseFacts {
  /** Every passage that bears on a fact, whatever its standing, in document order. */
  List<Observation> observations();

  /** Of these, the passages that bear on one fact. */
  List<Observation> observations(String fact);

  /** Whether every page of the case file could be read. */
  boolean everyPageReadable();

  /**
   * The proof that facts are not documented: all readable pages are searched for their terms.
   *
   * @param facts names in the dictionary
   * @param rejected observations of these facts that do not count for the item, with the reason;
   *     they stand first among the nearest
   */
  Search search(Collection<String> facts, List<NearestPassage> rejected);

  /** Passages that speak of a part of the body, whatever they say of it, in document order. */
  List<Observation> bodyParts();

  /**
   * The proof that no record speaks of parts of the body.
   *
   * @param rejected passages that name them and do not count, with the reason
   */
  Search searchParts(Collection<Region> parts, List<NearestPassage> rejected);
}
