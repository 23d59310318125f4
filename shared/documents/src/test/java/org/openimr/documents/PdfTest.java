package org.openimr.documents;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.logging.LogFactory;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Code;
import org.openimr.casefile.SubmittedFile;

class PdfTest {
  private static final byte[] REPORT =
      Pdfs.of(
          Pdfs.lines("Progress report", "Pain is 7/10."), Pdfs.lines("Plan", "Return in a month."));

  @Test
  void readsPagesAsLines() {
    assertEquals(
        text("Progress report\nPain is 7/10.\n\fPlan\nReturn in a month.\n"), Files.text(REPORT));
  }

  @Test
  void readsAFileThatIsNotInTheHeap() {
    for (byte[] bytes : List.of(REPORT, Files.event("case-file.json"), new byte[0])) {
      var mapped = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
      assertEquals(Files.OPENER.open(bytes), Files.OPENER.open(mapped));
    }
  }

  @Test
  void readsATablesRowOnOneLine() {
    byte[] pdf =
        drawn(
            new Cell("Qty 6", 300, 700),
            new Cell("Qty 120", 300, 680),
            new Cell("Massage", 54, 700),
            new Cell("Hydrocodone", 54, 680));
    assertEquals(List.of("Massage|Qty 6", "Hydrocodone|Qty 120"), cells(pdf));
  }

  @Test
  void keepsTheCellsOfAColumnBelowEachOther() {
    byte[] pdf =
        drawn(
            new Cell("Norco", 54, 700),
            new Cell("one tablet twice", 180, 700),
            new Cell("60", 300, 700),
            new Cell("a day", 180, 686),
            new Cell("Gabapentin", 54, 672),
            new Cell("90", 300, 672));
    List<String> lines = Files.text(pdf).text().lines().toList();
    assertEquals(List.of("Norco|one tablet twice|60", "|a day", "Gabapentin|90"), cells(pdf));
    assertEquals(lines.get(0).indexOf("one"), lines.get(1).indexOf("a day"));
    assertEquals(lines.get(0).indexOf("60"), lines.get(2).indexOf("90"));
  }

  @Test
  void setsNoWordsOfASentenceApart() {
    byte[] pdf =
        drawn(
            new Cell("The", 54, 700),
            new Cell("worker", 80, 700),
            new Cell("rests.", 122, 700),
            new Cell("She sits.", 90, 686));
    assertEquals(text("The worker rests.\nShe sits.\n"), Files.text(pdf));
  }

  @Test
  void setsNoWordsOfASpreadLineApart() {
    byte[] pdf =
        Pdfs.of(
            (page, font) -> {
              float x = 54;
              for (String word : List.of("The", "worker", "had", "rested")) {
                page.beginText();
                page.setFont(font, 10);
                page.newLineAtOffset(x, 700);
                page.showText(word);
                page.endText();
                x += font.getStringWidth(word) / 100 + 30;
              }
            });
    assertEquals(text("The worker had rested\n"), Files.text(pdf));
  }

  @Test
  void keepsRowsOfEvenlySetWordsInTheirColumns() {
    byte[] pdf =
        drawn(
            new Cell("Flexion", 54, 700),
            new Cell("Extension", 154, 700),
            new Cell("Left turn", 254, 700),
            new Cell("Right turn", 354, 700),
            new Cell("full", 54, 686),
            new Cell("full", 154, 686),
            new Cell("full", 254, 686),
            new Cell("full", 354, 686));
    assertEquals(
        List.of("Flexion|Extension|Left turn|Right turn", "full|full|full|full"), cells(pdf));
  }

  @Test
  void partsCellsThatFillTheirColumn() {
    byte[] pdf =
        drawn(
            new Cell("Neck", 54, 714),
            new Cell("M54.2", 130, 714),
            new Cell("Painful disease", 54, 700),
            new Cell("M50.9", 130, 700));
    assertEquals(List.of("Neck|M54.2", "Painful disease|M50.9"), cells(pdf));
  }

  @Test
  void readsCellsInTheMiddleOfTheirRowWithItsFirstLine() {
    byte[] pdf =
        drawn(
            new Cell("Massage to the", 54, 714),
            new Cell("6", 180, 707),
            new Cell("neck", 54, 696));
    assertEquals(List.of("Massage to the|6", "neck"), cells(pdf));
  }

  @Test
  void indentsAHeaderWithoutAFirstCell() {
    byte[] pdf =
        drawn(
            new Cell("Pain", 54, 714),
            new Cell("Before", 180, 700),
            new Cell("After", 300, 700),
            new Cell("At rest", 54, 686),
            new Cell("8/10", 180, 686),
            new Cell("4/10", 300, 686));
    List<String> lines = Files.text(pdf).text().lines().toList();
    assertEquals(lines.get(2).indexOf("8/10"), lines.get(1).indexOf("Before"));
  }

  /** Words at a place of the page, in points from the left and from the foot. */
  private record Cell(String text, int x, int y) {}

  private static byte[] drawn(Cell... cells) {
    return Pdfs.of(
        (page, font) -> {
          for (Cell cell : cells) {
            page.beginText();
            page.setFont(font, 10);
            page.newLineAtOffset(cell.x(), cell.y());
            page.showText(cell.text());
            page.endText();
          }
        });
  }

  /** The lines of a PDF, with a bar for each gap between cells. */
  private static List<String> cells(byte[] pdf) {
    return Files.text(pdf).text().lines().map(line -> line.replaceAll(" {2,}", "|")).toList();
  }

  @Test
  void joinsNothing() {
    assertEquals(
        text("tenderness of the para-\nspinals\n"),
        Files.text(Pdfs.of(Pdfs.lines("tenderness of the para-", "spinals"))));
  }

  @Test
  void marksAScannedPageUnreadable() {
    assertEquals(
        new SubmittedFile.Text("Report\n\f\fPlan\n", new TreeSet<>(List.of(2)), List.of()),
        Files.text(Pdfs.of(Pdfs.lines("Report"), Pdfs.scan(), Pdfs.lines("Plan"))));
  }

  @Test
  void marksAScanWithAFaxLineUnreadable() {
    assertEquals(
        new SubmittedFile.Text(
            "Report\n\fFAX 10/14/2015 09:30 page 2 of 9\n", new TreeSet<>(List.of(2)), List.of()),
        Files.text(Pdfs.of(Pdfs.lines("Report"), Pdfs.scan("FAX 10/14/2015 09:30 page 2 of 9"))));
  }

  @Test
  void marksAScanWithALetterheadAndAStickerUnreadable() {
    assertEquals(
        new SubmittedFile.Text(
            "Report\n\fFrom: Dr. Nobody\nTo: claims\nPage 2\nReceived\nExhibit 4\n",
            new TreeSet<>(List.of(2)),
            List.of()),
        Files.text(
            Pdfs.of(
                Pdfs.lines("Report"),
                Pdfs.scan("From: Dr. Nobody", "To: claims", "Page 2", "Received", "Exhibit 4"))));
  }

  @Test
  void readsAFormThatIsTypedOverItsPicture() {
    String[] lines = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
    assertEquals(text(String.join("\n", lines) + "\n"), Files.text(Pdfs.of(Pdfs.scan(lines))));
  }

  @Test
  void leavesOutTextThatAPageWithoutAPictureDoesNotShow() {
    byte[] pdf =
        Pdfs.of(
            Pdfs.lines("Report"),
            (page, font) -> {
              Pdfs.lines("Pain is 7/10.").on(page, font);
              Pdfs.hidden("", "Function improved.").on(page, font);
            });
    assertEquals(
        new SubmittedFile.Text(
            "Report\n\fPain is 7/10.\n",
            new TreeSet<>(),
            List.of("Page 2 has text that it does not show; it was left out.")),
        Files.text(pdf));
  }

  @Test
  void readsAScanWithRecognisedText() {
    assertEquals(
        text("Chief complaint\nNeck pain\nPlan\nMassage\n"),
        Files.text(Pdfs.of(Pdfs.recognised("Chief complaint", "Neck pain", "Plan", "Massage"))));
  }

  @Test
  void marksAPageOfDrawingUnreadable() {
    byte[] pdf =
        Pdfs.of(
            Pdfs.lines("Report"),
            (page, font) -> {
              page.moveTo(100, 100);
              page.lineTo(200, 300);
              page.stroke();
            });
    assertEquals(
        new SubmittedFile.Text("Report\n\f\n", new TreeSet<>(List.of(2)), List.of()),
        Files.text(pdf));
  }

  @Test
  void takesABlankPageAsRead() {
    assertEquals(
        text("Report\n\f\fPlan\n"),
        Files.text(Pdfs.of(Pdfs.lines("Report"), Pdfs.blank(), Pdfs.lines("Plan"))));
  }

  @Test
  void takesAWhiteSheetAsBlank() {
    byte[] pdf =
        Pdfs.of(
            Pdfs.lines("Report"),
            (page, font) -> {
              page.setNonStrokingColor(1f);
              page.addRect(0, 0, 612, 792);
              page.fill();
            });
    assertEquals(text("Report\n\f"), Files.text(pdf));
  }

  @Test
  void readsPastAFlagThatForbidsCopying() {
    assertEquals(
        new SubmittedFile.Text(
            "Report\n",
            new TreeSet<>(),
            List.of("The PDF forbids copying; its text was read all the same, for review.")),
        Files.text(Pdfs.locked(Pdfs.of(Pdfs.lines("Report")), "")));
  }

  @Test
  void readsAFilledField() {
    assertEquals(
        List.of("Date of injury:|05/01/2009"), cells(Pdfs.form("Date of injury:", "05/01/2009")));
  }

  @Test
  void marksADamagedPageUnreadableAndSaysSo() {
    assertEquals(
        new SubmittedFile.Text(
            "Report\n\f\n", new TreeSet<>(List.of(2)), List.of("Page 2 is damaged.")),
        Files.text(Pdfs.withDamagedPage(Pdfs.of(Pdfs.lines("Report"), Pdfs.lines("Plan")), 2)));
  }

  @Test
  void refusesAPassword() {
    assertEquals(Code.ENCRYPTED_FILE, code(Pdfs.locked(REPORT, "secret")));
  }

  @Test
  void refusesALockByCertificate() {
    String lock =
        "/Encrypt<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/Length 128/StmF/DefaultCryptFilter"
            + "/StrF/DefaultCryptFilter/CF<</DefaultCryptFilter<</CFM/AESV2/Recipients[<3003>]>>>>>>"
            + "/ID[<00><00>]";
    assertEquals(Code.ENCRYPTED_FILE, code(Pdfs.raw(new byte[0], "", lock)));
  }

  @Test
  void refusesAScanWithoutText() {
    assertEquals(Code.NO_TEXT_LAYER, code(Pdfs.of(Pdfs.scan(), Pdfs.scan("FAX page 2"))));
  }

  @Test
  void refusesBlankPagesAlone() {
    assertEquals(Code.NO_TEXT_LAYER, code(Pdfs.of(Pdfs.blank())));
  }

  @Test
  void refusesATruncatedFile() {
    assertEquals(Code.UNREADABLE_FILE, code(Arrays.copyOf(REPORT, REPORT.length / 2)));
  }

  @Test
  void refusesAFileThatOnlyBeginsLikeOne() {
    assertEquals(Code.UNREADABLE_FILE, code("%PDF-1.7\nnothing else\n%%EOF".getBytes(US_ASCII)));
  }

  @Test
  void refusesAFileThatLostPages() {
    String lost = new String(REPORT, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertEquals(
        "The file cannot be read: only 2 of its 3 pages are there. Check that the original opens"
            + " and send it again.",
        Files.detail(
            Files.OPENER.open(
                lost.replace("/Count 2", "/Count 3")
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))));
  }

  @Test
  void logsNothing() {
    assertEquals(NoOpLog.class, LogFactory.getLog("org.apache.pdfbox").getClass());
  }

  private static SubmittedFile.Text text(String text) {
    return new SubmittedFile.Text(text, new TreeSet<>(), List.of());
  }

  private static Code code(byte[] bytes) {
    return Files.code(Files.OPENER.open(bytes));
  }
}
