package org.openimr.reading.internal.flow;

/**
 * A printed line without the white space around it.
 *
 * @param from its first char in the original
 * @param to the char after its last
 * @param blanksBefore how many empty lines stand before it
 * @param kind what it is by its form
 * @param title of a heading or of a label that is one, in lower case; empty for other lines
 */
record TextLine(int from, int to, int blanksBefore, Kind kind, String title) {
  /** What a line is by its form. */
  enum Kind {
    PROSE,
    HEADING,
    LABEL,
    LIST_ITEM,
    PAGE_MARK
  }

  int length() {
    return to - from;
  }
}
