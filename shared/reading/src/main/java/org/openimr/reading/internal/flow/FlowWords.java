package org.openimr.reading.internal.flow;

import java.util.Set;

/**
 * Words that joining and splitting depend on, in lower case.
 *
 * @param headings titles of sections, without colon
 * @param abbreviations words whose full stop ends no sentence, without it
 * @param units abbreviations that end a sentence none the less behind a number: "20 lb. He ..."
 * @param hyphenKept first parts of words that keep their hyphen at a line end
 */
public record FlowWords(
    Set<String> headings, Set<String> abbreviations, Set<String> units, Set<String> hyphenKept) {
  /** Copies the sets. */
  public FlowWords {
    headings = Set.copyOf(headings);
    abbreviations = Set.copyOf(abbreviations);
    units = Set.copyOf(units);
    hyphenKept = Set.copyOf(hyphenKept);
  }
}
