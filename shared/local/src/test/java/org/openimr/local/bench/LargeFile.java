package org.openimr.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** The sample case file, grown to 50 MB in each of the forms that intake takes. */
enum LargeFile {
  /** A hundred progress reports of half a megabyte. */
  JSON {
    @Override
    void write(Path file) throws IOException {
      var mapper = new ObjectMapper();
      var sample = (ObjectNode) mapper.readTree(SAMPLES.resolve("case-file.json").toFile());
      var documents = (ArrayNode) sample.get("documents");
      for (int number = 1; number <= REPORTS; number++) {
        documents
            .addObject()
            .put("id", "report-" + number)
            .put("type", "PROGRESS_REPORT")
            .put("date", "2015-09-01")
            .put("text", report(number));
      }
      mapper.writeValue(file.toFile(), sample);
    }
  },
  /** The same reports one after another, two thousand pages. */
  TEXT {
    @Override
    void write(Path file) throws IOException {
      try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        out.write(Files.readString(SAMPLES.resolve("case-file.txt")));
        for (int number = 1; number <= REPORTS; number++) {
          out.write("\n\f" + HEADING + report(number));
        }
      }
    }
  },
  /** Four hundred pages of text, each with a picture. */
  PDF {
    @Override
    void write(Path file) throws IOException {
      try (PDDocument pdf = Loader.loadPDF(SAMPLES.resolve("case-file.pdf").toFile())) {
        var random = new Random(4);
        for (int number = 1; number <= PICTURES; number++) {
          page(pdf, number, random);
        }
        pdf.save(file.toFile());
      }
    }
  };

  private static final Path SAMPLES = Samples.events();
  private static final int REPORTS = 100;
  private static final int REPORT_CHARACTERS = 500_000;
  private static final int PAGE_CHARACTERS = 25_000;
  private static final int PICTURES = 400;
  private static final int PICTURE_WIDTH = 200;
  private static final int PICTURE_HEIGHT = 208;
  private static final String HEADING =
      """
      PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT (PR-2)
      State of California, Division of Workers' Compensation

      Patient: Rosalind Q. Sample
      Date of Birth: 03/14/1961
      Date of Injury: 05/01/2009
      Date of Exam: 09/01/2015
      Claim Number: WC-2009-000417

      """;

  /** Writes it. */
  abstract void write(Path file) throws IOException;

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String report(int number) {
    var text = new StringBuilder(REPORT_CHARACTERS + PAGE_CHARACTERS);
    for (int line = 1; text.length() < REPORT_CHARACTERS; line++) {
      text.append("Visit ").append(number).append(", line ").append(line);
      text.append(": neck pain with stiffness, motion reduced, no new weakness.\n");
      if (text.length() / PAGE_CHARACTERS > (text.length() - 80) / PAGE_CHARACTERS) {
        text.append('\f');
      }
    }
    return text.toString();
  }

  /** Noise does not compress: a picture has the size in the file that it has in memory. */
  private static void page(PDDocument pdf, int number, Random random) throws IOException {
    var picture = new BufferedImage(PICTURE_WIDTH, PICTURE_HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < PICTURE_WIDTH; x++) {
      for (int y = 0; y < PICTURE_HEIGHT; y++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
    var page = new PDPage();
    pdf.addPage(page);
    try (var content = new PDPageContentStream(pdf, page)) {
      content.drawImage(LosslessFactory.createFromImage(pdf, picture), 50, 50, 200, 208);
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
      content.setLeading(12);
      content.newLineAtOffset(50, 740);
      for (int line = 1; line <= 35; line++) {
        content.showText("Visit " + number + ", line " + line + ": neck pain with stiffness.");
        content.newLine();
      }
      content.endText();
    }
  }
}
