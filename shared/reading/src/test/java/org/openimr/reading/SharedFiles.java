package org.openimr.reading;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openimr.casefile.SubmittedFile;

/** Files that lie beside the repository and are no part of it. */
final class SharedFiles {
  private SharedFiles() {}

  /** A file or folder of {@code ../shared}; the test is skipped where it is absent. */
  static Path find(String name) {
    String given = System.getProperty("openimr.shared");
    Path folder = given == null ? Path.of("../../../shared") : Path.of(given);
    Path file = folder.resolve(name);
    assumeTrue(Files.exists(file), () -> "absent beside the repository: shared/" + name);
    return file;
  }

  /** A PDF's text: lines end in U+000A, pages in U+000C. */
  static String text(Path pdf, boolean sorted) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      var text = new StringBuilder();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(sorted);
        stripper.setLineSeparator("\n");
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        text.append(page == 1 ? "" : "\f").append(stripper.getText(document).stripTrailing());
      }
      return text.toString();
    }
  }

  /** A text as intake hands it on. */
  static SubmittedFile.Text file(String text) {
    return new SubmittedFile.Text(text, new TreeSet<>(), java.util.List.of());
  }
}
