package org.openimr.casefile;

/**
 * A stretch of a document's text.
 *
 * @param start first code point, from 0
 * @param end the code point after the last
 */
public record Span(int start, int end) {
  /** Refuses a stretch that runs backwards. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span runs from " + start + " to " + end);
    }
  }
}
