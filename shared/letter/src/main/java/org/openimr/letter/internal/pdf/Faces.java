package org.openimr.letter.internal.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letter's type face in regular, bold and italic, parsed once and embedded into one document
 * after another. For one thread at a time: a parsed font reads its tables from one stream.
 */
final class Faces {
  private static final String FOLDER = "/org/openimr/letter/fonts/LiberationSerif-";
  private static final String FAMILY = "Liberation Serif";

  private final TrueTypeFont regular;
  private final TrueTypeFont bold;
  private final TrueTypeFont italic;
  private final CmapLookup characters;

  Faces() throws IOException {
    regular = parsed("Regular");
    bold = parsed("Bold");
    italic = parsed("Italic");
    characters = regular.getUnicodeCmapLookup();
  }

  private static TrueTypeFont parsed(String style) throws IOException {
    try (InputStream in = Faces.class.getResourceAsStream(FOLDER + style + ".ttf")) {
      TrueTypeFont face =
          new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in)));
      // With ligatures the writer would compile the font's substitution rules anew for every word.
      face.setEnableGsub(false);
      return face;
    }
  }

  /** Whether the face has a shape for a character; the three styles have the same characters. */
  boolean shows(int codePoint) {
    return codePoint < 0x7F || characters.getGlyphId(codePoint) != 0;
  }

  /** Puts the faces into a document, and gives them for {@link #subset}. */
  List<PDFont> embed(PdfRendererBuilder builder, PDDocument document) {
    List<PDFont> used = new ArrayList<>();
    face(builder, document, used, regular, 400, FontStyle.NORMAL);
    face(builder, document, used, bold, 700, FontStyle.NORMAL);
    face(builder, document, used, italic, 400, FontStyle.ITALIC);
    return used;
  }

  private static void face(
      PdfRendererBuilder builder,
      PDDocument document,
      List<PDFont> used,
      TrueTypeFont face,
      int weight,
      FontStyle style) {
    builder.useFont(new Embedded(document, face, used), FAMILY, weight, style, true);
  }

  /** Keeps of each font the characters that the document uses. */
  static void subset(List<PDFont> fonts) throws IOException {
    for (PDFont font : fonts) {
      if (font.willBeSubset()) {
        font.subset();
      }
    }
  }

  /** A font that goes into the document when it is first asked for. */
  private static final class Embedded extends PDFontSupplier {
    private final PDDocument document;
    private final TrueTypeFont face;
    private final List<PDFont> used;

    @SuppressWarnings("NullAway") // the parent keeps a font only for its own supply()
    Embedded(PDDocument document, TrueTypeFont face, List<PDFont> used) {
      super(null);
      this.document = document;
      this.face = face;
      this.used = used;
    }

    @Override
    public PDFont supply() {
      try {
        PDFont font = PDType0Font.load(document, face, true);
        used.add(font);
        return font;
      } catch (IOException damaged) {
        throw new java.io.UncheckedIOException(damaged);
      }
    }
  }
}
