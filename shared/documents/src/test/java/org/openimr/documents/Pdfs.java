package org.openimr.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

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

  /** A scan, and the text that was recognised in it, which is not drawn. */
  static Drawing recognised(String... lines) {
    return (page, font) -> {
      scan().on(page, font);
      hidden(lines).on(page, font);
    };
  }

  /** Text that is not drawn. */
  static Drawing hidden(String... lines) {
    return (page, font) -> {
      page.setRenderingMode(RenderingMode.NEITHER);
      lines(lines).on(page, font);
      page.setRenderingMode(RenderingMode.FILL);
    };
  }

  static byte[] locked(byte[] pdf, String password) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
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
    var out = new ByteArrayOutputStream();
    var offsets = new StringBuilder();
    out.writeBytes(ascii("%PDF-1.7\n"));
    for (String object :
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
            "<</Length %d%s>>stream\n%s\nendstream"
                .formatted(content.length, filter, new String(content, ISO_8859_1)))) {
      offsets.append("%010d 00000 n \n".formatted(out.size()));
      long number = offsets.length() / 20;
      out.writeBytes(ascii("%d 0 obj%s endobj\n".formatted(number, object)));
    }
    int table = out.size();
    out.writeBytes(ascii("xref\n0 5\n0000000000 65535 f \n" + offsets));
    out.writeBytes(ascii("trailer<</Root 1 0 R/Size 5" + trailer + ">>\nstartxref\n"));
    out.writeBytes(ascii(table + "\n%%EOF\n"));
    return out.toByteArray();
  }

  /** The file with a page whose packed content breaks off. */
  static byte[] withDamagedPage(byte[] pdf, int page) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var content = new COSStream();
      byte[] whole = packed("0 0 m 1 1 l S\n".repeat(50).getBytes(ISO_8859_1));
      try (var raw = content.createRawOutputStream()) {
        raw.write(whole, 0, whole.length - 12);
      }
      content.setItem(COSName.FILTER, COSName.FLATE_DECODE);
      document.getPage(page - 1).setContents(new PDStream(content));
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page with a label, and beside it a text field with a value. */
  static byte[] form(String label, String value) {
    try (PDDocument document = Loader.loadPDF(of(lines(label)))) {
      var form = new PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(form);
      var resources = new PDResources();
      resources.put(COSName.HELV, new PDType1Font(Standard14Fonts.FontName.HELVETICA));
      form.setDefaultResources(resources);
      var field = new PDTextField(form);
      field.setPartialName("field");
      field.setDefaultAppearance("/Helv 10 Tf 0 g");
      form.getFields().add(field);
      PDAnnotationWidget widget = field.getWidgets().getFirst();
      widget.setRectangle(new PDRectangle(200, 741, 200, 14));
      widget.setPage(document.getPage(0));
      widget.setPrinted(true);
      document.getPage(0).getAnnotations().add(widget);
      field.setValue(value);
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a zlib stream. */
  static byte[] packed(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var packing = new DeflaterOutputStream(out)) {
      packing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
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
