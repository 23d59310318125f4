package org.openimr.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseDocument;

/**
 * The sample case file as PDF, JSON and text. {@code mvn -pl shared/documents -am test
 * -Dtest=CaseFilePdfTest -Dopenimr.rewrite=true} writes {@code events/case-file.pdf} anew from
 * {@code events/case-file.txt}: a line of the text is a line of the PDF, a form feed a new page.
 */
class CaseFilePdfTest {
  @Test
  void holdsTheLinesOfTheText() throws IOException {
    String text = new String(Files.event("case-file.txt"), UTF_8);
    if (Boolean.getBoolean("openimr.rewrite")) {
      java.nio.file.Files.write(Files.ROOT.resolve("events/case-file.pdf"), pdf(text));
    }
    assertEquals(inked(text), inked(Files.text(Files.event("case-file.pdf")).text()));
  }

  @Test
  void holdsTheDocumentsOfTheJson() {
    String documents =
        Files.json(Files.OPENER.open(Files.event("case-file.json"))).documents().stream()
            .map(CaseDocument::text)
            .collect(Collectors.joining("\f"));
    assertEquals(inked(documents), inked(Files.text(Files.event("case-file.pdf")).text()));
  }

  @Test
  void isMadeAlikeEveryTime() {
    String text = "One line.\nAnother.\fNext page.\n";
    assertEquals(new String(pdf(text), UTF_8), new String(pdf(text), UTF_8));
  }

  private static byte[] pdf(String text) {
    return Pdfs.of(
        Arrays.stream(text.split("\f"))
            .map(page -> Pdfs.lines(page.lines().toList()))
            .toArray(Pdfs.Drawing[]::new));
  }

  /** The lines of each page that have anything on them. */
  private static List<List<String>> inked(String text) {
    return Arrays.stream(text.split("\f"))
        .map(page -> page.lines().filter(line -> !line.isBlank()).toList())
        .toList();
  }
}
