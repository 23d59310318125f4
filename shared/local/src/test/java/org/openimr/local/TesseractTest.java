package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.documents.TextRecognition.Line;
import org.openimr.documents.TextRecognition.Recognised;

class TesseractTest {
  private static final Path SAMPLE = Path.of("../../events/case-file.pdf");

  /** As Tesseract 5.3.0 answered for the head of a page. */
  private static final String RECORDED =
      """
      level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
      1\t1\t0\t0\t0\t0\t0\t0\t1699\t2200\t-1\t
      4\t1\t1\t1\t1\t0\t151\t111\t309\t20\t-1\t
      5\t1\t1\t1\t1\t1\t151\t111\t87\t20\t96.5\tSTATE
      5\t1\t1\t1\t1\t2\t249\t111\t36\t20\t96.5\tOF
      5\t1\t1\t1\t1\t3\t295\t111\t165\t20\t86.5\tCALIFORNIA
      4\t1\t1\t2\t1\t0\t152\t147\t572\t20\t-1\t
      5\t1\t1\t2\t1\t1\t152\t147\t189\t20\t20\tDEPARTMENT
      5\t1\t1\t2\t1\t2\t350\t147\t37\t20\t95\t\s
      """;

  @TempDir private Path folder;

  /** The build server installs it: there, its absence is a failure. */
  private static void needsTesseract() {
    String absent = "absent: the command tesseract";
    if (System.getenv("CI") == null) {
      assumeTrue(Tesseract.isInstalled(), absent);
    }
    assertTrue(Tesseract.isInstalled(), absent);
  }

  @Test
  void readsWordsAsLinesEachWithItsConfidenceByLetters() {
    assertEquals(
        Optional.of(
            new Recognised(
                List.of(new Line("STATE OF CALIFORNIA", 90), new Line("DEPARTMENT", 20)))),
        TesseractTable.read(RECORDED));
  }

  @Test
  void recognisesNothingInATableWithoutWords() {
    assertEquals(Optional.empty(), TesseractTable.read(RECORDED.lines().findFirst().orElseThrow()));
  }

  @Test
  void givesUpOnWhatIsNoPicture() {
    needsTesseract();
    assertEquals(Optional.empty(), Tesseract.recognise("no png".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void decidesTheSampleAsAScanAsItDoesAsText() throws IOException {
    needsTesseract();
    Path scan = folder.resolve("scan.pdf");
    scan(scan);

    Run without = Run.of("process", scan, "--out", folder.resolve("without"));
    Run with = Run.of("process", scan, "--ocr", "--out", folder.resolve("with"));

    assertTrue(without.err().contains(": NO_TEXT_LAYER: "), without.err());
    assertEquals("CM15-0212345\tPROPOSED\tOVERTURNED,UPHELD\n", with.out());
    assertEquals(ExitStatus.DONE, with.status());
    assertTrue(
        with.err().lines().allMatch(line -> line.matches(".*recognised in its picture.*")),
        with.err());
  }

  private static void scan(Path to) throws IOException {
    try (PDDocument sample = Loader.loadPDF(SAMPLE.toFile());
        var pictures = new PDDocument()) {
      var renderer = new PDFRenderer(sample);
      for (int at = 0; at < sample.getNumberOfPages(); at++) {
        var page = new PDPage();
        pictures.addPage(page);
        var image = renderer.renderImageWithDPI(at, 200, ImageType.GRAY);
        try (var content = new PDPageContentStream(pictures, page)) {
          content.drawImage(LosslessFactory.createFromImage(pictures, image), 0, 0, 612, 792);
        }
      }
      pictures.save(to.toFile());
    }
  }
}
