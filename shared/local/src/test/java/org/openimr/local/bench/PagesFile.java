package org.openimr.local.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/**
 * The sample case file as one long PDF: behind its papers follow progress reports of four pages,
 * each page with text and a picture of 30 kB; each tenth page is a scan without text.
 */
final class PagesFile {
  static final int PAGES_OF_A_REPORT = 4;

  private static final int SCAN_EACH = 10;
  private static final int LINES = 40;
  private static final int PICTURE = 100;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy");

  private PagesFile() {}

  /**
   * Writes a file.
   *
   * @param pagesOfAReport how often a report begins; a long one is a record without headings
   */
  static void write(Path file, int pages, int pagesOfAReport) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Samples.events().resolve("case-file.pdf").toFile())) {
      var random = new Random(5);
      PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      int first = pdf.getNumberOfPages();
      for (int number = first; number < pages; number++) {
        page(pdf, number, (number - first) % pagesOfAReport == 0, font, random);
      }
      pdf.save(file.toFile());
    }
  }

  private static void page(PDDocument pdf, int number, boolean begins, PDFont font, Random random)
      throws IOException {
    var page = new PDPage();
    pdf.addPage(page);
    var picture = LosslessFactory.createFromImage(pdf, noise(random));
    try (var content = new PDPageContentStream(pdf, page)) {
      if (number % SCAN_EACH == 0) {
        content.drawImage(picture, 0, 0, 612, 792);
        return;
      }
      content.drawImage(picture, 480, 700, 80, 80);
      content.beginText();
      content.setFont(font, 10);
      content.setLeading(14);
      content.newLineAtOffset(50, 745);
      if (begins) {
        heading(content, number);
      }
      for (int line = 1; line <= LINES; line++) {
        content.showText(
            "Visit %d, line %d: neck pain with stiffness, motion reduced, no new weakness of the arm."
                .formatted(number, line));
        content.newLine();
      }
      content.endText();
    }
  }

  private static void heading(PDPageContentStream content, int number) throws IOException {
    String day = LocalDate.of(2009, 6, 1).plusDays(number).format(DAY);
    for (String line :
        new String[] {
          "PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)",
          "Patient: Rosalind Q. Sample",
          "Date of Injury: 05/01/2009",
          "Date of Exam: " + day,
          "Claim Number: WC-2009-000417"
        }) {
      content.showText(line);
      content.newLine();
    }
  }

  /** Noise does not compress. */
  private static BufferedImage noise(Random random) {
    var picture = new BufferedImage(PICTURE, PICTURE, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < PICTURE; x++) {
      for (int y = 0; y < PICTURE; y++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
    return picture;
  }
}
