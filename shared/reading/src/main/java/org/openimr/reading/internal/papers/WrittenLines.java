package org.openimr.reading.internal.papers;

import java.util.ArrayList;
import java.util.List;
import org.openimr.reading.internal.flow.PageEdges;
import org.openimr.reading.internal.flow.PageFurniture;

/** The lines of a paper as its writer set them: without fax lines, running heads and footers. */
public final class WrittenLines {
  /** Its patterns are compiled once. */
  private static final PageFurniture FURNITURE = new PageFurniture();

  private WrittenLines() {}

  /** The same for two copies of a paper, however they were set, sent, stamped and numbered. */
  public static String likeness(String text) {
    var likeness = new StringBuilder();
    for (TextLine line : of(text, FURNITURE)) {
      likeness.append(Likeness.of(line.text()));
    }
    return likeness.toString();
  }

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
