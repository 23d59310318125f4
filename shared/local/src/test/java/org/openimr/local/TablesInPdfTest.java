package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.FactValue;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.FileOpener;
import org.openimr.procedure.Revisions;
import org.openimr.reading.CaseReader;
import org.openimr.reading.FactReader;

/** Tables as a PDF has them: each cell drawn at its place, with ruled lines or without. */
class TablesInPdfTest {
  private static final List<Integer> DRUG_COLUMNS = List.of(54, 210, 280, 430, 490);
  private static final List<Integer> REVIEW_COLUMNS = List.of(54, 80, 150, 380, 440, 500);
  private static final List<List<String>> REPORT =
      List.of(
          List.of("PROGRESS REPORT"),
          List.of("IMR Case Number: CM15-0000001"),
          List.of("Date of Service: 10/13/2015"),
          List.of("CURRENT MEDICATIONS"),
          List.of("Drug", "Strength", "Sig", "Qty", "Refills"));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsEachDrugFromItsOwnRow(boolean ruled) throws IOException {
    var rows =
        List.of(
            List.of("Hydrocodone/Acetaminophen", "10/325 mg", "1 tab every 6 hours", "120", "0"),
            List.of("Naproxen", "550 mg", "1 tab twice a day", "60", "2"));
    assertEquals(
        Map.of(
            "acetaminophenDailyMg", "1300",
            "dailyDoses", "4",
            "morphineEquivalentMgPerDay", "40"),
        amounts(pdf(DRUG_COLUMNS, ruled, REPORT, rows)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesNoDirectionsFromTheNextRow(boolean ruled) throws IOException {
    var rows =
        List.of(
            List.of("Hydrocodone/Acetaminophen", "10/325 mg", "", "120", "0"),
            List.of("Fictolidine", "5 mg", "1 tab three times", "90", "2"),
            List.of("", "", "a day with food", "", ""),
            List.of("Omeprazole", "20 mg", "1 cap daily", "30", "2"));
    assertEquals(Map.of(), amounts(pdf(DRUG_COLUMNS, ruled, REPORT, rows)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsWrappedCellsToTheirEnd(boolean ruled) throws IOException {
    var rows =
        List.of(
            List.of("Hydrocodone/", "10/325 mg", "1 tab by mouth every", "120", "0"),
            List.of("Acetaminophen", "", "6 hours for pain", "", ""),
            List.of("Fictolidine", "5 mg", "", "90", "2"),
            List.of("Omeprazole delayed", "20 mg", "1 cap", "30", "2"),
            List.of("release capsule", "", "at breakfast", "", ""));
    assertEquals(
        Map.of(
            "acetaminophenDailyMg", "1300",
            "dailyDoses", "4",
            "morphineEquivalentMgPerDay", "40"),
        amounts(pdf(DRUG_COLUMNS, ruled, REPORT, rows)));
  }

  @Test
  void readsTheTableOfAReview() throws IOException {
    var review =
        List.of(
            List.of("UTILIZATION REVIEW DETERMINATION"),
            List.of("IMR Case Number: CM15-0000001"),
            List.of("Date of Decision: 10/21/2015"),
            List.of("#", "CPT", "Treatment", "Requested", "Certified", "Decision"));
    var rows =
        List.of(
            List.of("1", "97124", "Massage therapy to the neck", "6", "0", "Denied"),
            List.of("2", "", "Norco 10/325 mg", "120", "108", "Modified"));
    assertEquals(
        List.of("Massage therapy to the neck Qty 6", "Norco 10/325 mg Qty 120"),
        file(pdf(REVIEW_COLUMNS, true, review, rows)).fields().disputedItems().stream()
            .map(item -> item.description())
            .toList());
  }

  private static Map<String, String> amounts(byte[] pdf) {
    var amounts = new TreeMap<String, String>();
    for (var observation : new FactReader().read(file(pdf)).observations()) {
      if (observation.value() instanceof FactValue.Amount(var amount)) {
        amounts.put(observation.fact(), amount.toPlainString());
      }
    }
    return amounts;
  }

  private static CaseFile file(byte[] pdf) {
    var read =
        accepted(
            new FileOpener()
                .open(pdf)
                .then((SubmittedFile file) -> new CaseReader().read(file, "0".repeat(64))));
    CaseUpload upload = ((CaseReader.Read.OfCase) read).upload();
    return accepted(Revisions.cut(upload.caseNumber().orElseThrow(), List.of(upload)));
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value) -> value;
      case Outcome.Rejected<T>(var why) -> throw new IllegalStateException(why.detail());
    };
  }

  private static byte[] pdf(
      List<Integer> columns, boolean ruled, List<List<String>> head, List<List<String>> rows)
      throws IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
        int y = 740;
        for (List<List<String>> part : List.of(head, rows)) {
          for (List<String> cells : part) {
            row(content, columns, cells, y);
            if (ruled && cells.size() > 1) {
              content.moveTo(50, y - 4);
              content.lineTo(560, y - 4);
              content.stroke();
            }
            y -= 14;
          }
        }
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void row(
      PDPageContentStream content, List<Integer> columns, List<String> cells, int y)
      throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      content.beginText();
      content.newLineAtOffset(columns.get(i), y);
      content.showText(cells.get(i));
      content.endText();
    }
  }
}
