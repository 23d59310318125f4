package org.openimr.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.Correction;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.LetterPlace;
import org.openimr.casefile.SummarySentence;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Text of strangers arrives as text, whatever it looks like. */
class HostileTextTest {
  private static final Letter LETTER = new Letter();

  @BeforeAll
  static void veraPdf() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</title></style><img src=x onerror=alert(1)>",
        "${7*7} #{x} @if(true) <%= y %> $unsafe{z}",
        "=cmd|'/c calc'!A1",
        "{0} {1} %s %n",
        "&lt;b&gt; &amp; &#x41;"
      })
  void arrivesAsTextInThePdf(String hostile) throws IOException {
    assertTrue(pdfText(described(hostile)).contains(squeezed(hostile)));
  }

  @Test
  void aCorrectionHasNothingButTextOfStrangers() throws Exception {
    String hostile = "</td><script>alert(1)</script> ${7*7} \u202E 疼痛 {0}";
    var entry =
        new Correction.Entry(
            LetterPlace.RATIONALE, Optional.of(1), hostile, hostile, Optional.empty());
    var set =
        LETTER.correction(
            Corrections.correction(false, Optional.of(hostile), hostile, entry), Corrections.DAY);
    String html = new String(set.html(), StandardCharsets.UTF_8);
    assertEquals(
        List.of(false, 4, Map.of(PDFAFlavour.PDFUA_1, true, PDFAFlavour.PDFA_2_A, true)),
        List.of(
            html.contains("<script"),
            html.split("\\[U\\+202E] 疼痛 \\{0}", -1).length - 1,
            PdfTest.verdicts(set.pdf())));
  }

  @Test
  void opensNoElementInTheHtml() {
    String html =
        new String(
            described("<script>alert(1)</script><img src=x>").html(), StandardCharsets.UTF_8);
    assertFalse(html.contains("<script") || html.contains("<img"));
  }

  @Test
  void showsWhatWouldTurnALineAroundAsItsNumber() {
    String text =
        new String(described("massage \u202Edeined\u202C \u0007").text(), StandardCharsets.UTF_8);
    assertTrue(text.contains("1. massage [U+202E]deined[U+202C] [U+0007]: Overturned"));
  }

  @Test
  void keepsAQuoteUnchangedInTheJson() {
    String json =
        new String(quoting("pain \u202E 7/10\u0000\uD800").json(), StandardCharsets.UTF_8);
    assertTrue(json.contains("\"quote\": \"pain \\u202e 7/10\\u0000\\ud800\""));
  }

  @Test
  void keepsThePdfValidWithCharactersThatTheFontLacks() throws Exception {
    byte[] pdf = quoting("dolor 疼痛 \uD83D\uDE00 \u0410\u03B1 \u05D0 \uFFFE").pdf();
    assertEquals(
        Map.of(PDFAFlavour.PDFUA_1, true, PDFAFlavour.PDFA_2_A, true), PdfTest.verdicts(pdf));
  }

  @Test
  void printsTheNumberOfACharacterThatTheFontLacks() throws IOException {
    assertTrue(pdfText(described("sleeve \uD83D\uDE00")).contains("sleeve[U+1F600]"));
  }

  private static DocumentSet described(String description) {
    ItemEvaluation massage = Samples.massage();
    var item =
        new ItemEvaluation(
            1,
            DisputedItem.of(description),
            massage.treatment(),
            massage.decision(),
            massage.edition(),
            massage.flags(),
            massage.quantity(),
            massage.reviewerGuidelines(),
            massage.topic(),
            massage.topicReason(),
            massage.searchSequence(),
            massage.criteria(),
            massage.rule(),
            massage.conclusion(),
            massage.taper());
    var evaluation = Samples.evaluation(Samples.summary(), List.of(item));
    return LETTER.proposal(Samples.file(), evaluation, 1);
  }

  private static DocumentSet quoting(String words) {
    CaseDocument report =
        Samples.document(
            "hostile", DocumentType.PROGRESS_REPORT, LocalDate.of(2015, 10, 13), "A: " + words);
    var sentence = new SummarySentence(words, List.of(Samples.anchor(report, words)));
    return LETTER.proposal(
        Samples.file(Samples.fields(), List.of(report)),
        Samples.evaluation(List.of(sentence), List.of()),
        1);
  }

  private static String pdfText(DocumentSet documents) throws IOException {
    try (var pdf = Loader.loadPDF(documents.pdf())) {
      return squeezed(new PDFTextStripper().getText(pdf));
    }
  }

  /** Without white space: lines break where the page ends. */
  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
