package org.openimr.reading.internal.papers;

import java.util.ArrayList;
import java.util.List;
import org.openimr.reading.internal.flow.PageEdges;
import org.openimr.reading.internal.flow.PageFurniture;

/** The lines of a paper as its writer set them: without fax lines, running heads and footers. */
final class WrittenLines {
  private WrittenLines() {}

  /** The lines of a text; a sentence that goes on over a page end has no blank line in it. */
  static List<TextLine> of(String text, PageFurniture furniture) {
    var edges = PageEdges.of(text, furniture);
    var written = new ArrayList<TextLine>();
    boolean turned = false;
    for (TextLine line : TextLine.of(text)) {
      turned |= line.opensPage();
      if (edges.hasLine(line.start())) {
        continue;
      }
      if (turned && !line.blank()) {
        turned = false;
        if (Character.isLowerCase(line.text().charAt(0))) {
          dropBlanks(written);
        }
      }
      written.add(line);
    }
    return written;
  }

  private static void dropBlanks(List<TextLine> lines) {
    while (!lines.isEmpty() && lines.getLast().blank()) {
      lines.removeLast();
    }
  }
}
