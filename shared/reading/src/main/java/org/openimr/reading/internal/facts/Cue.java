package org.openimr.reading.internal.facts;

/**
 * A word that gives a passage its standing, where it stands.
 *
 * @param kind what it says
 * @param reach where what it speaks of stands
 */
record Cue(Kind kind, Reach reach) {
  /** What a cue says. */
  enum Kind {
    NEGATION,
    PSEUDO,
    OTHER_PERSON,
    PLANNED,
    HYPOTHETICAL,
    HISTORICAL,
    GUIDELINE_TEXT,
    REVIEWER_ASSERTION,
    DONE,
    TERMINATOR,
    VERB
  }

  /** Where what a cue speaks of stands. */
  enum Reach {
    BEFORE,
    AFTER,
    SENTENCE
  }

  /** A cue in a text. */
  record Found(Cue cue, int from, int to) {}
}
