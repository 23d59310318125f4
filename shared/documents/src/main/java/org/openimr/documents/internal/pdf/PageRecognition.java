package org.openimr.documents.internal.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.openimr.documents.TextRecognition;
import org.openimr.documents.TextRecognition.Recognised;
import org.openimr.documents.internal.Meter;

/**
 * Reads pages that are only pictures, by an engine. A page that was recognised too poorly stays
 * unreadable: what it seems to say is no evidence, and its absence proves nothing.
 */
final class PageRecognition {
  private static final int DOTS_AN_INCH = 200;
  private static final int POINTS_AN_INCH = 72;

  /** Of a page at that resolution: four times a letter's. */
  private static final double PAGE_PIXELS = 15_000_000;

  /** Of all pictures of a page: drawing unpacks them to all their pixels. */
  private static final long PICTURE_PIXELS = 100_000_000;

  /** Below, words are guesses. */
  private static final int LEAST_CONFIDENCE = 60;

  private final TextRecognition engine;
  private final Meter meter;

  PageRecognition(TextRecognition engine, Meter meter) {
    this.engine = engine;
    this.meter = meter;
  }

  /** The page as it was recognised, or as it was; what was done is noted. */
  PageText of(PDDocument document, int index, PageText page, List<String> notes)
      throws IOException {
    if (page.readable() || page.damaged() || tooLarge(document, index)) {
      return page;
    }
    byte[] png = png(document, index);
    Optional<Recognised> found = meter.aside(() -> engine.recognise(png));
    if (found.isEmpty() || found.get().text().isBlank()) {
      return page;
    }
    int confidence = found.get().confidence();
    if (confidence < LEAST_CONFIDENCE) {
      notes.add(
          "The text of page %d was recognised too poorly to rely on (confidence %d of 100); the page counts as unreadable."
              .formatted(index + 1, confidence));
      return page;
    }
    notes.add(
        "The text of page %d was recognised in its picture (confidence %d of 100)."
            .formatted(index + 1, confidence));
    String text = lines(found.get().text());
    meter.text(text.length());
    return new PageText(text, true, false, page.hidden());
  }

  private boolean tooLarge(PDDocument document, int index) throws IOException {
    PDRectangle box = document.getPage(index).getCropBox();
    double scale = (double) DOTS_AN_INCH / POINTS_AN_INCH;
    return box.getWidth() * scale * box.getHeight() * scale > PAGE_PIXELS
        || PageMarks.on(document.getPage(index), meter).pixels() > PICTURE_PIXELS;
  }

  private static byte[] png(PDDocument document, int index) throws IOException {
    BufferedImage picture =
        new PDFRenderer(document).renderImageWithDPI(index, DOTS_AN_INCH, ImageType.GRAY);
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  /** Line ends and page ends come from the layout alone. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n').strip() + "\n";
  }
}
