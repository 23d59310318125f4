package org.openimr.documents.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the cells of a page's tables apart. A PDF has no cells, only words at their places: where
 * the gap before a word is wider than any between words of a sentence, and where a line begins
 * below a cell of the lines above, spaces lead to the word's column, so that the cells of a column
 * stand below each other in the text as they do on the page. For one page.
 */
final class CellGaps {
  /** So many points across the page are one char of a line. */
  private static final float CHAR = 5;

  /** No gap between words is wider, in parts of the font's size: justified lines have wide ones. */
  private static final float WORD_GAP = 1.2f;

  /** Cells of a column begin so near to each other, in points. */
  private static final float SAME_COLUMN = 3;

  /** Where cells of the lines above begin, in points from the left; none after running text. */
  private List<Float> columns = List.of();

  private final List<Float> cells = new ArrayList<>();
  private @Nullable TextPosition last;

  /**
   * The spaces before the first word of a line.
   *
   * @param word its first letter
   */
  String indent(TextPosition word) {
    boolean below = columns.stream().skip(1).anyMatch(column -> begins(word, column));
    cells.add(word.getXDirAdj());
    return below ? " ".repeat(Math.round(word.getXDirAdj() / CHAR)) : "";
  }

  /**
   * The spaces before a further word.
   *
   * @param word its first letter
   * @param length of the line so far, in chars
   */
  String gap(TextPosition word, int length) {
    TextPosition before = last;
    if (before == null
        || word.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj()
            <= WORD_GAP * word.getFontSizeInPt()) {
      return " ";
    }
    cells.add(word.getXDirAdj());
    return " ".repeat(Math.max(2, Math.round(word.getXDirAdj() / CHAR) - length));
  }

  /** Takes the last letter of a word. */
  void written(TextPosition letter) {
    last = letter;
  }

  /** Ends the line. */
  void endLine() {
    boolean table = cells.size() > 1;
    boolean within =
        cells.size() == 1 && columns.stream().anyMatch(column -> near(cells.getFirst(), column));
    if (table) {
      var all = new ArrayList<>(columns);
      cells.stream().filter(cell -> all.stream().noneMatch(c -> near(cell, c))).forEach(all::add);
      all.sort(Float::compare);
      columns = all;
    } else if (!within) {
      columns = List.of();
    }
    cells.clear();
    last = null;
  }

  private static boolean begins(TextPosition word, float column) {
    return near(word.getXDirAdj(), column);
  }

  private static boolean near(float one, float other) {
    return Math.abs(one - other) <= SAME_COLUMN;
  }
}
