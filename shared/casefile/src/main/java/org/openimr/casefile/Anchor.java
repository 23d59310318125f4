package org.openimr.casefile;

/**
 * Where in the case file a statement stands (design section 3.2).
 *
 * @param document its id
 * @param page from 1
 * @param line from 1, within the page
 * @param start first code point in the document's text, from 0
 * @param end the code point after the last
 * @param quote that slice of the document's text, unchanged
 */
public record Anchor(String document, int page, int line, int start, int end, String quote) {}
