package org.openimr.reading.internal.papers;

import java.util.ArrayList;
import java.util.List;

/** Running text in paragraphs, one a line. */
final class Paragraphs {
  private Paragraphs() {}

  /** Lines joined; a paragraph begins where lines are set apart after the end of a sentence. */
  static String join(List<LetterLine> lines, Prose prose) {
    var paragraphs = new ArrayList<String>();
    var current = new ArrayList<String>();
    for (LetterLine line : lines) {
      if (line.opensParagraph() && !current.isEmpty() && endsSentence(current.getLast())) {
        paragraphs.add(prose.join(current));
        current.clear();
      }
      if (!line.text().isEmpty()) {
        current.add(line.text());
      }
    }
    if (!current.isEmpty()) {
      paragraphs.add(prose.join(current));
    }
    return String.join("\n", paragraphs);
  }

  /** Whether a line ends a sentence. */
  static boolean endsSentence(String line) {
    int last = line.length() - 1;
    while (last > 0 && "\"')]”’".indexOf(line.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && ".?!:".indexOf(line.charAt(last)) >= 0;
  }
}
