package org.openimr.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.Code;
import org.openimr.casefile.SubmittedFile;

/** PDF files that are made to do harm, or carry what does. */
class HostilePdfTest {
  private static final SubmittedFile.Text REPORT = text("Report\n");

  @Test
  void endsAPageTreeThatContainsItself() {
    byte[] pdf = report().instead(2, "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>").bytes();
    assertEquals(text("Report\n\fReport\n"), Files.text(pdf));
  }

  @Test
  void refusesAPageTreeOfWhichTwoNodesContainEachOther() {
    byte[] pdf =
        report()
            .instead(2, "<</Type/Pages/Kids[6 0 R]/Count 1>>")
            .object("<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>")
            .bytes();
    assertEquals(Code.UNREADABLE_FILE, code(pdf));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483647", "99999999999999", "3001"})
  void refusesMorePagesThanMayBeByTheCountAlone(String count) {
    byte[] pdf = report().instead(2, "<</Type/Pages/Kids[3 0 R]/Count " + count + ">>").bytes();
    assertEquals(Code.TOO_MANY_PAGES, code(pdf));
  }

  @Test
  void readsAPageUnderACountBelowZero() {
    byte[] pdf = report().instead(2, "<</Type/Pages/Kids[3 0 R]/Count -1>>").bytes();
    assertEquals(REPORT, Files.text(pdf));
  }

  @Test
  void refusesAFormThatDrawsItselfOverAndOver() {
    byte[] pdf =
        RawPdf.ofOnePage(RawPdf.show("Report") + "/X Do").stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
                "/X Do /X Do".getBytes(ISO_8859_1))
            .bytes();
    assertEquals(Code.EXPANSION_LIMIT, code(pdf));
  }

  /** Ten forms, each of which draws the next one ten times: a billion laughs. */
  @Test
  void refusesFormsThatMultiply() {
    var pdf = RawPdf.ofOnePage(RawPdf.show("Report") + "/X Do");
    for (int level = 0; level < 9; level++) {
      pdf.stream(
          "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
              .formatted(7 + level),
          "/X Do\n".repeat(10).getBytes(ISO_8859_1));
    }
    pdf.stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 m\n".repeat(9).getBytes(ISO_8859_1));
    assertEquals(Code.EXPANSION_LIMIT, code(pdf.bytes()));
  }

  @Test
  void neverUnpacksAPicture() {
    byte[] pixels = Pdfs.packed(new byte[40_000_000]);
    byte[] pdf =
        RawPdf.ofOnePage("q 612 0 0 792 0 0 cm /X Do Q " + RawPdf.show("FAX")).stream(
                "/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8"
                    + "/ColorSpace/DeviceGray/Filter/FlateDecode",
                pixels)
            .bytes();
    assertEquals(Code.NO_TEXT_LAYER, code(pdf));
  }

  @Test
  void refusesContentThatIsPackedAsAPicture() {
    byte[] pdf = Pdfs.raw(new byte[100], "/Filter/DCTDecode", "");
    assertEquals(Code.UNREADABLE_FILE, code(pdf));
  }

  @Test
  void refusesABombUnderRunLengths() {
    byte[] bomb = "\u0081x".repeat(200_000).getBytes(ISO_8859_1);
    byte[] pdf = Pdfs.raw(Pdfs.packed(bomb), "/Filter[/FlateDecode/RunLengthDecode]", "");
    assertEquals(Code.EXPANSION_LIMIT, code(pdf));
  }

  @Test
  void refusesABombInHexadecimalDigits() {
    var digits = new StringBuilder();
    for (byte each : Pdfs.packed(new byte[20_000_000])) {
      digits.append("%02x".formatted(each));
    }
    byte[] content = (digits + ">").getBytes(ISO_8859_1);
    assertEquals(
        Code.EXPANSION_LIMIT, code(Pdfs.raw(content, "/Filter[/ASCIIHexDecode/FlateDecode]", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Type/ObjStm/N 1/First 4", "/Type/XRef/Size 9/W[1 2 1]"})
  void refusesABombInTheStreamsOfObjects(String dictionary) {
    byte[] pdf =
        report().stream(dictionary + "/Filter/FlateDecode", Pdfs.packed(new byte[20_000_000]))
            .bytes();
    assertEquals(Code.EXPANSION_LIMIT, code(pdf));
  }

  @Test
  void refusesABombInAFont() {
    byte[] pdf =
        RawPdf.ofOnePage(RawPdf.show("Report"))
            .instead(
                5,
                "<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor<</Type/FontDescriptor"
                    + "/FontName/X/Flags 4/FontFile2 6 0 R>>>>")
            .stream("/Filter/FlateDecode", Pdfs.packed(new byte[20_000_000]))
            .bytes();
    assertEquals(Code.EXPANSION_LIMIT, code(pdf));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
        "/OpenAction<</S/Launch/F(calc.exe)>>",
        "/OpenAction<</S/URI/URI(http://127.0.0.1:1/)>>",
        "/AA<</WC<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
        "/Names<</JavaScript<</Names[(x)<</S/JavaScript/JS(app.alert\\(1\\))>>]>>>>",
        "/Names<</EmbeddedFiles<</Names[(x)<</Type/Filespec/F(x.exe)/EF<</F 6 0 R>>>>]>>>>",
        "/AcroForm<</Fields[]/XFA 6 0 R>>",
        "/Metadata 6 0 R",
        "/Collection<</D(x)>>"
      })
  void readsPastScriptsAttachmentsAndForms(String catalog) {
    byte[] pdf =
        report().catalog(catalog).stream("", "<x>Function improved.</x>".getBytes(ISO_8859_1))
            .bytes();
    assertEquals(REPORT, Files.text(pdf));
  }

  @Test
  void readsAFileWhoseCrossReferencesAreWrong() {
    String wrong =
        new String(report().bytes(), ISO_8859_1).replaceAll("\n00000000\\d\\d ", "\n0000000007 ");
    assertEquals(REPORT, Files.text(wrong.getBytes(ISO_8859_1)));
  }

  @Test
  void readsAFileWhoseCrossReferencesAreElsewhere() {
    String lost =
        new String(report().bytes(), ISO_8859_1)
            .replaceAll("startxref\n\\d+", "startxref\n99999999");
    assertEquals(REPORT, Files.text(lost.getBytes(ISO_8859_1)));
  }

  @Test
  void readsPastObjectsNestedTooDeep() {
    byte[] pdf = report().object("[".repeat(200_000)).catalog("/X 6 0 R/AcroForm 6 0 R").bytes();
    assertEquals(REPORT, Files.text(pdf));
  }

  @Test
  void readsAPageOfWhichAFontDrawsItself() {
    byte[] pdf =
        RawPdf.ofOnePage(RawPdf.show("a"))
            .instead(
                5,
                "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97"
                    + "/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>"
                    + "/Resources<</Font<</F 5 0 R>>>>>>")
            .stream("", ("9 0 d0 " + RawPdf.show("a")).getBytes(ISO_8859_1))
            .bytes();
    assertEquals(text("a\n"), Files.text(pdf));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 0 0", "0 0 1e30 1e30", "0 0 -1 -1", "x y z", "0 0 1e-30 792"})
  void readsAPageOfAnySize(String box) {
    byte[] pdf =
        report()
            .instead(
                3,
                "<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
                    .formatted(box))
            .bytes();
    assertEquals(REPORT, Files.text(pdf));
  }

  private static RawPdf report() {
    return RawPdf.ofOnePage(RawPdf.show("Report"));
  }

  private static SubmittedFile.Text text(String text) {
    return new SubmittedFile.Text(text, new TreeSet<>(), List.of());
  }

  private static Code code(byte[] bytes) {
    return Files.code(Files.OPENER.open(bytes));
  }
}
