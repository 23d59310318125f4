package org.openimr.casefile;

import java.util.Optional;

/**
 * Where in the case file a statement stands (design section 3.2).
 *
 * @param document its id
 * @param page from 1
 * @param line from 1, within the page
 * @param start first code point in the document's text, from 0
 * @param end the code point after the last
 * @param quote that slice of the document's text, unchanged
 * @param confidence of the text recognition in the least sure of its lines, 0 to 100; empty where
 *     the file itself had the text
 */
public record Anchor(
    String document,
    int page,
    int line,
    int start,
    int end,
    String quote,
    Optional<Integer> confidence) {
  /** A passage that the file itself had as text. */
  public Anchor(String document, int page, int line, int start, int end, String quote) {
    this(document, page, line, start, end, quote, Optional.empty());
  }

  /** Whether it was recognised with less than {@link Recognition#SURE}. */
  public boolean unsure() {
    return confidence.filter(sure -> sure < Recognition.SURE).isPresent();
  }
}
