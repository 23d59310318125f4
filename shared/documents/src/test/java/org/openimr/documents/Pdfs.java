package org.openimr.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** PDF files as the tests need them. */
final class Pdfs {
  /** Draws a page. */
  interface Drawing {
    void on(PDPageContentStream page, PDFont font) throws IOException;
  }

  private Pdfs() {}

  /** A page a drawing. */
  static byte[] of(Drawing... drawings) {
    try (var document = new PDDocument()) {
      PDFont font = font(document);
      for (Drawing drawing : drawings) {
        var page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          drawing.on(content, font);
        }
      }
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines from the top. */
  static Drawing lines(List<String> lines) {
    return (page, font) -> {
      page.beginText();
      page.setFont(font, 10);
      page.setLeading(13);
      page.newLineAtOffset(54, 745);
      for (String line : lines) {
        page.showText(line);
        page.newLine();
      }
      page.endText();
    };
  }

  static Drawing lines(String... lines) {
    return lines(List.of(lines));
  }

  /** Nothing. */
  static Drawing blank() {
    return (page, font) -> {};
  }

  /** A scan that covers the page, and lines over it. */
  static Drawing scan(String... stamps) {
    return (page, font) -> {
      try (var images = new PDDocument()) {
        var image = new BufferedImage(85, 110, BufferedImage.TYPE_BYTE_BINARY);
        page.drawImage(LosslessFactory.createFromImage(images, image), 0, 0, 612, 792);
      }
      lines(stamps).on(page, font);
    };
  }

  static byte[] locked(byte[] pdf, String password) {
    try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
      var permission = new AccessPermission();
      permission.setCanExtractContent(false);
      var policy = new StandardProtectionPolicy("owner", password, permission);
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of one page with that content stream, its dictionary and the trailer as given. */
  static byte[] raw(byte[] content, String filter, String trailer) {
    String head =
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>endobj\n"
            + "4 0 obj<</Length %d%s>>stream\n".formatted(content.length, filter);
    String tail =
        "\nendstream endobj\ntrailer<</Root 1 0 R/Size 5%s>>\n%%%%EOF\n".formatted(trailer);
    var out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(ISO_8859_1));
    out.writeBytes(content);
    out.writeBytes(tail.getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  static byte[] saved(PDDocument document) throws IOException {
    // The id would be the time; the same sources must give the same bytes.
    document.setDocumentId(0L);
    var out = new ByteArrayOutputStream();
    document.save(out, CompressParameters.NO_COMPRESSION);
    return out.toByteArray();
  }

  private static PDFont font(PDDocument document) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            PDDocument.class.getResourceAsStream(
                "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"))) {
      return PDType0Font.load(document, in, true);
    }
  }
}
