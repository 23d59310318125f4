package org.openimr.documents.internal.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPage;
import org.openimr.documents.internal.Meter;

/**
 * Whether a page's text is what the page shows. A scan may carry a line that a fax machine or a
 * numbering stamp added: that line is text, the page is not.
 */
final class Readability {
  /** A fax line at the top and a number at the foot. */
  private static final int STAMP_LINES = 2;

  /** Of the page. */
  private static final double SCAN_SHARE = 0.5;

  private Readability() {}

  static boolean of(String text, PDPage page, Meter meter) throws IOException {
    long legible = text.codePoints().filter(Character::isLetterOrDigit).count();
    long unknown = text.codePoints().filter(Readability::unknown).count();
    if (unknown > legible) {
      return false;
    }
    if (text.lines().filter(line -> !line.isBlank()).count() > STAMP_LINES && legible > 0) {
      return true;
    }
    PageMarks marks = PageMarks.on(page, meter);
    return legible == 0 ? !marks.any() : marks.imageShare() < SCAN_SHARE;
  }

  /** A glyph whose character the font does not tell. */
  private static boolean unknown(int c) {
    return c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE;
  }
}
