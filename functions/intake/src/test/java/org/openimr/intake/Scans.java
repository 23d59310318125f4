package org.openimr.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Files of which pages are only pictures. */
final class Scans {
  /** Stands for a page that is only a picture. */
  static final String PICTURE = "";

  private Scans() {}

  /** A PDF with a page for each text. */
  static byte[] pdf(String... pages) {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      document.setDocumentId(7L);
      for (String text : pages) {
        var page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          draw(document, content, text);
        }
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void draw(PDDocument document, PDPageContentStream page, String text)
      throws IOException {
    if (text.equals(PICTURE)) {
      var image = new BufferedImage(85, 110, BufferedImage.TYPE_BYTE_BINARY);
      page.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 612, 792);
      return;
    }
    page.beginText();
    page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
    page.setLeading(13);
    page.newLineAtOffset(54, 745);
    for (String line : text.split("\n", -1)) {
      page.showText(line);
      page.newLine();
    }
    page.endText();
  }

  /** An archive of files, which are named by numbers. */
  static byte[] zip(byte[]... files) {
    Map<String, byte[]> named = new LinkedHashMap<>();
    Arrays.stream(files).forEach(file -> named.put(named.size() + ".pdf", file));
    try (var out = new ByteArrayOutputStream()) {
      try (var zip = new ZipOutputStream(out)) {
        for (var entry : named.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue());
          zip.closeEntry();
        }
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
