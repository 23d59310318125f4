package org.openimr.letter.internal.pdf;

import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxTextRenderer;
import com.openhtmltopdf.render.FSFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * The widths of the engine's own measure, from a table: layout asks for each word several times,
 * and the font would encode and decode it anew each time.
 */
final class TextMeasure extends PdfBoxTextRenderer {
  private static final int FIRST = ' ';
  private static final int END = 0x7F;

  /** As the engine has it: a width that is larger than a whole number by less counts as that. */
  private static final double ROUNDING = 0.01f;

  /** By font: width of each character in thousandths of its size; not a number until asked for. */
  private final Map<PDFont, float[]> widths = new HashMap<>();

  @Override
  public int getWidth(FontContext context, FSFont font, String text) {
    if (!isPlain(text) || !(font instanceof PdfBoxFSFont face)) {
      return super.getWidth(context, font, text);
    }
    // The letter has one family, and its faces have every plain character.
    return rounded(width(face.getFontDescriptions().getFirst().getFont(), text), face.getSize2D());
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < FIRST || character >= END) {
        return false;
      }
    }
    return true;
  }

  private float width(PDFont font, String text) {
    float[] known = widths.computeIfAbsent(font, unknown -> unknownWidths());
    float sum = 0;
    for (int i = 0; i < text.length(); i++) {
      int at = text.charAt(i) - FIRST;
      if (Float.isNaN(known[at])) {
        known[at] = widthOf(font, text.substring(i, i + 1));
      }
      sum += known[at];
    }
    return sum;
  }

  private static float[] unknownWidths() {
    float[] unknown = new float[END - FIRST];
    Arrays.fill(unknown, Float.NaN);
    return unknown;
  }

  private static float widthOf(PDFont font, String character) {
    try {
      return font.getStringWidth(character);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static int rounded(float thousandths, float size) {
    float width = thousandths / 1000f * size;
    return (int) (width - Math.floor(width) < ROUNDING ? width : Math.ceil(width));
  }
}
