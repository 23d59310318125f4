package org.openimr.casefile;

import java.util.List;

/**
 * A sentence of the clinical case summary.
 *
 * @param anchors where the record says it; empty only for what the case's own fields say
 */
public record SummarySentence(String text, List<Anchor> anchors) {
  /** Copies the list. */
  public SummarySentence {
    anchors = List.copyOf(anchors);
  }
}
