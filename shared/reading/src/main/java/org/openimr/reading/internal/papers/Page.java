package org.openimr.reading.internal.papers;

import java.util.List;
import java.util.Optional;
import org.openimr.reading.internal.flow.PageFurniture.Mark;

/**
 * What is written on a page.
 *
 * @param start its first char in the text
 * @param lines those with text, without what fax machines, scanners and printers added
 * @param mark the number that the page gives itself, if it gives one
 * @param likeness the same for two copies of a page
 */
record Page(int start, List<TextLine> lines, Optional<Mark> mark, String likeness) {
  /** Copies the list. */
  Page {
    lines = List.copyOf(lines);
  }

  /** Its first lines. */
  List<TextLine> top(int count) {
    return lines.subList(0, Math.min(count, lines.size()));
  }

  /** Whether it says with certainty that it is the page of this number. */
  boolean counts(int page) {
    return mark.filter(m -> m.certain() && m.number() == page).isPresent();
  }
}
