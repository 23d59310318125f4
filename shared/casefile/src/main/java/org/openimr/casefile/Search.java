package org.openimr.casefile;

import java.util.List;

/**
 * The proof of an absence: what was looked for and where.
 *
 * @param terms words and synonyms searched, in every readable page
 * @param nearest passages that came nearest, with the reason each was not enough
 */
public record Search(
    List<String> terms, int pagesRead, int pagesUnreadable, List<NearestPassage> nearest) {
  /** Copies the lists. */
  public Search {
    terms = List.copyOf(terms);
    nearest = List.copyOf(nearest);
  }
}
