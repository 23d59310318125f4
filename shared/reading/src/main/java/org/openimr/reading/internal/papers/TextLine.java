package org.openimr.reading.internal.papers;

import java.util.ArrayList;
import java.util.List;

/**
 * A printed line.
 *
 * @param text without the white space around it
 * @param start first char in the whole text
 * @param opensPage whether it is the first of a page
 */
record TextLine(String text, int start, boolean opensPage) {
  boolean blank() {
    return text.isEmpty();
  }

  /** The lines of a text: a page end (U+000C) ends a line as well. */
  static List<TextLine> of(String text) {
    var lines = new ArrayList<TextLine>(text.length() / 60 + 8);
    int start = 0;
    boolean opensPage = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\f') {
        lines.add(new TextLine(text.substring(start, i).strip(), start, opensPage));
        start = i + 1;
        opensPage = c == '\f';
      }
    }
    lines.add(new TextLine(text.substring(start).strip(), start, opensPage));
    return lines;
  }
}
