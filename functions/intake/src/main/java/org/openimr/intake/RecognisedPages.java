package org.openimr.intake;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.documents.TextRecognition.Line;

/**
 * What a service recognised in one PDF: a body.
 *
 * @param pages the lines of each page that has any, in reading order; numbers from 1
 */
record RecognisedPages(SortedMap<Integer, List<Line>> pages) {
  RecognisedPages {
    var copy = new TreeMap<Integer, List<Line>>();
    pages.forEach((page, lines) -> copy.put(page, List.copyOf(lines)));
    pages = Collections.unmodifiableSortedMap(copy);
  }
}
