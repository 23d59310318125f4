package org.openimr.reading.internal.flow;

import java.util.Set;

/**
 * Words that joining and splitting depend on, in lower case.
 *
 * @param headings titles of sections, without colon
 * @param abbreviations words whose full stop ends no sentence, without it
 * @param hyphenKept first parts of words that keep their hyphen at a line end
 */
public record FlowWords(Set<String> headings, Set<String> abbreviations, Set<String> hyphenKept) {
  /** Copies the sets. */
  public FlowWords {
    headings = Set.copyOf(headings);
    abbreviations = Set.copyOf(abbreviations);
    hyphenKept = Set.copyOf(hyphenKept);
  }
}
