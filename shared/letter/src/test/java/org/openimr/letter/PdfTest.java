package org.openimr.letter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The PDF keeps to its two standards, and one letter is one sequence of bytes. */
class PdfTest {
  private static final Map<PDFAFlavour, Boolean> BOTH =
      Map.of(PDFAFlavour.PDFUA_1, true, PDFAFlavour.PDFA_2_A, true);

  @BeforeAll
  static void veraPdf() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void keepsToPdfUa1AndPdfA2a() throws Exception {
    assertEquals(BOTH, verdicts(sample()));
  }

  @Test
  void keepsToBothOnceItIsFinal() throws Exception {
    assertEquals(
        BOTH,
        verdicts(
            new Letter()
                .issued(Samples.file(), Samples.evaluation(), 1, SampleReviews.adoption())
                .pdf()));
  }

  @Test
  void aCorrectionKeepsToBothAndIsTheSameAgain() throws Exception {
    byte[] pdf = new Letter().correction(Corrections.SAMPLE, Corrections.DAY).pdf();
    assertEquals(BOTH, verdicts(pdf));
    assertArrayEquals(pdf, new Letter().correction(Corrections.SAMPLE, Corrections.DAY).pdf());
  }

  @Test
  void isRefusedWhereItsMetadataDoNotClaimTheStandards() throws Exception {
    String pdf = new String(sample(), StandardCharsets.ISO_8859_1);
    byte[] unclaimed =
        pdf.replace("<pdfaid:part>2", "<pdfaid:part>9")
            .replace("<pdfuaid:part>1", "<pdfuaid:part>9")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        Map.of(PDFAFlavour.PDFUA_1, false, PDFAFlavour.PDFA_2_A, false), verdicts(unclaimed));
  }

  @Test
  void isTheSameFromAnotherLetterObject() {
    assertArrayEquals(sample(), sample());
  }

  @Test
  void isTheSameFromALetterObjectThatPrintedBefore() {
    var letter = new Letter();
    letter.proposal(Samples.file(), Samples.evaluation(), 2);
    byte[] second = letter.proposal(Samples.file(), Samples.evaluation(), 1).pdf();
    assertArrayEquals(sample(), second);
  }

  static byte[] sample() {
    return new Letter().proposal(Samples.file(), Samples.evaluation(), 1).pdf();
  }

  static Map<PDFAFlavour, Boolean> verdicts(byte[] pdf) throws Exception {
    Map<PDFAFlavour, Boolean> verdicts = new EnumMap<>(PDFAFlavour.class);
    for (PDFAFlavour flavour : BOTH.keySet()) {
      try (var parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        var result = validator.validate(parser);
        result.getTestAssertions().stream()
            .limit(8)
            .forEach(a -> System.out.println(flavour + " " + a.getRuleId() + " " + a.getMessage()));
        verdicts.put(flavour, result.isCompliant());
      }
    }
    return verdicts;
  }
}
