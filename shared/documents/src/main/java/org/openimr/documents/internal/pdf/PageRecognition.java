package org.openimr.documents.internal.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.openimr.casefile.Recognition;
import org.openimr.documents.TextRecognition;
import org.openimr.documents.TextRecognition.Line;
import org.openimr.documents.TextRecognition.Recognised;
import org.openimr.documents.internal.Digest;
import org.openimr.documents.internal.Meter;

/**
 * Reads the pages of one PDF that are only pictures, by an engine. A page that was recognised too
 * poorly stays unreadable: what it seems to say is no evidence, and its absence proves nothing.
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
  private final ByteBuffer pdf;
  private final PDDocument document;
  private final Supplier<String> hash;
  private final SortedMap<Integer, List<Integer>> confidence = new TreeMap<>();

  PageRecognition(TextRecognition engine, Meter meter, ByteBuffer pdf, PDDocument document) {
    this.engine = engine;
    this.meter = meter;
    this.pdf = pdf;
    this.document = document;
    this.hash = new Once(pdf);
  }

  /** How sure the engine was of the pages that were read so far. */
  Optional<Recognition> recognition() {
    return Recognition.of(confidence);
  }

  /** The page as it was recognised, or as it was; what was done is noted. */
  PageText of(int index, PageText page, List<String> notes) throws IOException {
    if (page.readable() || page.damaged()) {
      return page;
    }
    List<Line> lines =
        ask(new Scanned(index)).map(Recognised::lines).orElse(List.of()).stream()
            .filter(line -> !line.text().isEmpty())
            .toList();
    if (lines.isEmpty()) {
      return page;
    }
    int sure = new Recognised(lines).confidence();
    if (sure < LEAST_CONFIDENCE) {
      notes.add(
          "The text of page %d was recognised too poorly to rely on (confidence %d of 100); the page counts as unreadable."
              .formatted(index + 1, sure));
      return page;
    }
    notes.add(
        "The text of page %d was recognised in its picture (confidence %d of 100)."
            .formatted(index + 1, sure));
    String text = lines.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
    meter.text(text.length());
    confidence.put(index + 1, lines.stream().map(Line::confidence).toList());
    return new PageText(text, true, false, page.hidden());
  }

  /** An engine cannot throw what drawing does: it is handed through. */
  private Optional<Recognised> ask(Scanned page) throws IOException {
    try {
      return meter.aside(() -> engine.recognise(page));
    } catch (UncheckedIOException drawing) {
      throw drawing.getCause();
    }
  }

  /** A page for the engine. */
  private final class Scanned implements TextRecognition.Scan {
    private final int index;

    Scanned(int index) {
      this.index = index;
    }

    @Override
    public byte[] pdf() {
      byte[] bytes = new byte[pdf.limit()];
      pdf.get(0, bytes);
      return bytes;
    }

    @Override
    public String hash() {
      return hash.get();
    }

    @Override
    public int number() {
      return index + 1;
    }

    @Override
    public Optional<byte[]> picture() {
      try {
        return tooLarge(index) ? Optional.empty() : Optional.of(png(index));
      } catch (IOException damaged) {
        throw new UncheckedIOException(damaged);
      }
    }
  }

  /** Hashes a PDF for the first page that asks, and for none if none does. */
  private static final class Once implements Supplier<String> {
    private final ByteBuffer pdf;
    private String hash = "";

    Once(ByteBuffer pdf) {
      this.pdf = pdf;
    }

    @Override
    public String get() {
      if (hash.isEmpty()) {
        hash = Digest.of(pdf);
      }
      return hash;
    }
  }

  private boolean tooLarge(int index) throws IOException {
    PDRectangle box = document.getPage(index).getCropBox();
    double scale = (double) DOTS_AN_INCH / POINTS_AN_INCH;
    return box.getWidth() * scale * box.getHeight() * scale > PAGE_PIXELS
        || PageMarks.on(document.getPage(index), meter).pixels() > PICTURE_PIXELS;
  }

  private byte[] png(int index) throws IOException {
    BufferedImage picture =
        new PDFRenderer(document).renderImageWithDPI(index, DOTS_AN_INCH, ImageType.GRAY);
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}
