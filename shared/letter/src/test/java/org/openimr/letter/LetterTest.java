package org.openimr.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LetterTest {
  private static final Letter LETTER = new Letter();
  private static final DocumentSet SAMPLE =
      LETTER.proposal(Samples.file(), Samples.evaluation(), 1);

  @Test
  void keepsTheSectionOrderOfPublishedLetters() {
    String text = new String(SAMPLE.text(), StandardCharsets.UTF_8);
    List<Integer> places =
        List.of(
                "HOW THE IMR DETERMINATION WAS MADE",
                "REVIEWER CREDENTIALS",
                "CLINICAL CASE SUMMARY",
                "DOCUMENTS REVIEWED",
                "IMR ISSUES, DECISIONS AND RATIONALES",
                "Claims Administrator guideline:",
                "Reviewer guideline:",
                "Decision rationale:")
            .stream()
            .map(text::indexOf)
            .toList();
    assertEquals(places.stream().filter(place -> place >= 0).sorted().toList(), places);
  }

  @Test
  void putsWhatTheDecisionDoesNotRestOnAfterTheConclusion() {
    String text =
        LETTER.determination(Samples.file(), Samples.evaluation(), 1).items().get(1).rationale();
    List<Integer> places =
        List.of(
                "What the record shows.",
                "What the record does not show.",
                "Conclusion.",
                "What was also looked for. The decision does not rest on it.",
                "What does not apply.")
            .stream()
            .map(text::indexOf)
            .toList();
    assertEquals(places.stream().filter(place -> place >= 0).sorted().toList(), places);
  }

  @Test
  void printsTheRationaleOfTheRecordInTheText() {
    String text = words(new String(SAMPLE.text(), StandardCharsets.UTF_8));
    List<Boolean> printed =
        LETTER.determination(Samples.file(), Samples.evaluation(), 1).items().stream()
            .map(item -> text.contains(words(item.rationale())))
            .toList();
    assertEquals(List.of(true, true, true), printed);
  }

  @Test
  void printsTheWordsOfTheTextInTheHtml() {
    String html =
        new String(SAMPLE.html(), StandardCharsets.UTF_8)
            .replaceAll("(?s)<style>.*</style>|<[^>]*>", " ")
            .replace("&#39;", "'");
    assertEquals(List.of(), missing(html));
  }

  @Test
  void printsTheWordsOfTheTextInThePdf() throws IOException {
    try (var pdf = Loader.loadPDF(SAMPLE.pdf())) {
      assertEquals(List.of(), missing(new PDFTextStripper().getText(pdf)));
    }
  }

  @Test
  void marksEveryPageOfThePdfAsDraft() throws IOException {
    try (var pdf = Loader.loadPDF(SAMPLE.pdf())) {
      var stripper = new PDFTextStripper();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = stripper.getText(pdf);
        assertTrue(
            text.contains("DRAFT FOR PHYSICIAN REVIEW")
                && text.contains("Page " + page + " of " + pdf.getNumberOfPages()));
      }
    }
  }

  @Test
  void keepsTextLinesWithinEightyCharacters() {
    long widest =
        new String(SAMPLE.text(), StandardCharsets.UTF_8)
            .lines()
            .mapToInt(String::length)
            .max()
            .orElse(0);
    assertEquals(80, widest);
  }

  @Test
  void namesTheRendererByAHash() {
    assertTrue(LETTER.rendererVersion().matches("[0-9a-f]{16}"));
  }

  /** Words of the text form that another form lacks, whatever their case and marks. */
  private static List<String> missing(String other) {
    String there = other.toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
    String text = new String(SAMPLE.text(), StandardCharsets.UTF_8);
    return Arrays.stream(text.toUpperCase(Locale.ROOT).split("\\s+"))
        .map(word -> word.replaceAll("[,;:)]+$", ""))
        .filter(word -> word.matches(".*[A-Z0-9].*"))
        .filter(word -> !there.contains(word))
        .distinct()
        .toList();
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
