package org.openimr.reading;

import org.openimr.reading.internal.papers.WrittenLines;

/** Tells copies of a paper: refaxed, stamped, numbered or set anew, they are one paper. */
public final class PaperLikeness {
  private PaperLikeness() {}

  /**
   * Letters and figures of a paper's text in lower case, without fax lines, running heads, footers,
   * stamps and page numbers: equal for copies. Empty where nothing is written.
   *
   * @param text lines end in U+000A, pages in U+000C
   */
  public static String of(String text) {
    return WrittenLines.likeness(text);
  }
}
