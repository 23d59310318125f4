package org.openimr.documents.internal.pdf;

import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.TextPosition;

/** Where the text of one page stands, and whether the page shows it. */
final class Glyphs {
  /** Of the page's height, at the top and at the foot: where fax lines and numbers are stamped. */
  private static final double MARGIN = 0.08;

  /** Letters of one line stand no further apart than this, in points. */
  private static final float LINE = 4;

  private final double height;
  private final Set<Integer> shown = new HashSet<>();
  private final Set<Integer> hidden = new HashSet<>();
  private boolean anyHidden;

  Glyphs(PDPage page) {
    PDRectangle box = page.getCropBox();
    this.height = page.getRotation() % 180 == 0 ? box.getHeight() : box.getWidth();
  }

  /** One more piece of text. */
  void add(TextPosition position, boolean isHidden) {
    if (position.getUnicode() == null || position.getUnicode().isBlank()) {
      return;
    }
    anyHidden |= isHidden;
    if (position.getY() > height * MARGIN && position.getY() < height * (1 - MARGIN)) {
      (isHidden ? hidden : shown).add(Math.round(position.getY() / LINE));
    }
  }

  /** Whether some text is not drawn, as text recognition lays it under its picture. */
  boolean anyHidden() {
    return anyHidden;
  }

  /** Lines between the margins that the page shows. */
  int shownLines() {
    return shown.size();
  }

  /** Lines between the margins that the page does not show. */
  int hiddenLines() {
    return hidden.size();
  }
}
