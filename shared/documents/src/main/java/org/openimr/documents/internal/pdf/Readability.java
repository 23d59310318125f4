package org.openimr.documents.internal.pdf;

/**
 * Whether a page's text is what the page shows. A scan may carry lines that a fax machine or a
 * stamp added: those are text, the page is not. What text recognition found is hidden under the
 * picture, and is the page.
 */
final class Readability {
  /** A stamp, a sticker, an exhibit's number. */
  private static final int STAMP_LINES = 5;

  /** Of the page. */
  private static final double SCAN_SHARE = 0.5;

  private Readability() {}

  /**
   * Whether the page can be read.
   *
   * @param marks what it shows beside text; asked only where text does not settle it
   */
  static boolean of(String text, Glyphs glyphs, PageMarks.Source marks) throws java.io.IOException {
    long legible = text.codePoints().filter(Character::isLetterOrDigit).count();
    long unknown = text.codePoints().filter(Readability::unknown).count();
    if (unknown > legible) {
      return false;
    }
    if (legible == 0) {
      return !marks.get().any();
    }
    return glyphs.shownLines() > STAMP_LINES
        || glyphs.hiddenLines() > 0
        || marks.get().imageShare() < SCAN_SHARE;
  }

  /** A glyph whose character the font does not tell. */
  private static boolean unknown(int c) {
    return c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE;
  }
}
