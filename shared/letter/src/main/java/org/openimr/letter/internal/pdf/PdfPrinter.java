package org.openimr.letter.internal.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Prints HTML as a tagged PDF, PDF/UA-1 and PDF/A-2a, with its fonts and color profile inside. The
 * same HTML and time give the same bytes. Safe for threads.
 */
public final class PdfPrinter {
  private static final String PROFILE = "/org/openimr/letter/srgb.icc";

  private final byte[] colors;

  /** Parsed fonts that no print is using: parsing them costs more than printing a page. */
  private final Queue<Faces> idle = new ConcurrentLinkedQueue<>();

  /** Reads the color profile. */
  public PdfPrinter() {
    // The engine would log words of the letter, such as a style it does not know.
    XRLog.setLoggingEnabled(false);
    try (InputStream in = PdfPrinter.class.getResourceAsStream(PROFILE)) {
      colors = Objects.requireNonNull(in).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The PDF of a letter.
   *
   * @param html gives the letter, from whether the embedded fonts have a shape for a character
   * @param createdAt printed in the file's metadata
   */
  public byte[] print(
      Function<IntPredicate, String> html, String title, String subject, Instant createdAt) {
    Faces faces = Objects.requireNonNullElseGet(idle.poll(), PdfPrinter::faces);
    try {
      return print(html.apply(faces::shows), new Metadata(title, subject, createdAt), faces);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } finally {
      idle.add(faces);
    }
  }

  private static Faces faces() {
    try {
      return new Faces();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private byte[] print(String html, Metadata metadata, Faces faces) throws IOException {
    try (var document = new PDDocument()) {
      var builder = new PdfRendererBuilder();
      List<PDFont> fonts = faces.embed(builder, document);
      // That the file is PDF/A is for Metadata to say: the engine's own words would be replaced.
      // In test mode it leaves the pages uncompressed, as StoredStreams would make them.
      builder
          .usePDDocument(document)
          .usePdfUaAccessibility(true)
          .useColorProfile(colors)
          .testMode(true)
          .useUnicodeLineBreaker(new LineBreaker())
          .withHtmlContent(html, null);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.getSharedContext().setTextRenderer(new TextMeasure());
        renderer.layout();
        renderer.createPDFWithoutClosing();
      }
      Faces.subset(fonts);
      metadata.replace(document, html);
      StoredStreams.in(document);
      return written(document);
    }
  }

  /** By the writer itself: {@code save} would subset the fonts again, into compressed streams. */
  private static byte[] written(PDDocument document) throws IOException {
    var out = new ByteArrayOutputStream(1 << 18);
    new COSWriter(out, CompressParameters.NO_COMPRESSION).write(document);
    return out.toByteArray();
  }
}
