package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.FileOpener;
import org.openimr.documents.TextRecognition.Recognised;
import org.openimr.guidelines.Evaluator;
import org.openimr.letter.DocumentSet;
import org.openimr.letter.Letter;
import org.openimr.procedure.Revisions;
import org.openimr.reading.CaseReader;

/** The sample case as a scan whose every line an engine read with one confidence. */
class RecognisedCaseTest {
  private static final Path SAMPLE = Path.of("../../events/case-file.pdf");
  private static final Evaluator EVALUATOR = Evaluator.withInstalledPack();

  @Test
  void decidesASureScanAsItDoesTheText() throws IOException {
    assertEquals(decisions(evaluation(file(text()))), decisions(evaluation(file(scan(80)))));
  }

  @Test
  void leavesToThePhysicianWhatAnUnsureScanWouldDecide() throws IOException {
    assertEquals(
        Map.of(1, Decision.OVERTURNED, 2, Decision.UNDETERMINED),
        decisions(evaluation(file(scan(71)))));
  }

  @Test
  void saysInEveryFormHowSureTheRecognitionWas() throws IOException {
    var file = file(scan(71));
    Evaluation evaluation = evaluation(file);
    DocumentSet documents = new Letter().proposal(file, evaluation, 1);
    JsonNode json = new JsonMapper().readTree(documents.json());
    String remark = "read by text recognition, confidence 71%";

    assertTrue(json.findValues("confidence").stream().allMatch(sure -> sure.asInt() == 71));
    assertEquals(json.findValues("quote").size(), json.findValues("confidence").size());
    assertTrue(words(documents.text()).contains(remark));
    assertTrue(words(documents.html()).contains(remark));
    assertTrue(
        evaluation.items().stream()
            .flatMap(item -> Explanation.of(item).stream())
            .anyMatch(line -> line.contains(remark)));
  }

  @Test
  void saysNothingOfRecognitionWhereTheFileHadItsText() throws IOException {
    var file = file(text());
    var documents = new Letter().proposal(file, evaluation(file), 1);
    assertEquals(List.of(), new JsonMapper().readTree(documents.json()).findValues("confidence"));
  }

  private static String words(byte[] document) {
    return new String(document, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
  }

  private static Map<Integer, Decision> decisions(Evaluation evaluation) {
    var decisions = new TreeMap<Integer, Decision>();
    for (ItemEvaluation item : evaluation.items()) {
      decisions.put(item.number(), item.decision());
    }
    return decisions;
  }

  private static Evaluation evaluation(CaseFile file) {
    return EVALUATOR.evaluate(file);
  }

  private static SubmittedFile.Text text() throws IOException {
    return submitted(new FileOpener(), Files.readAllBytes(SAMPLE));
  }

  private static SubmittedFile.Text scan(int confidence) throws IOException {
    String[] pages = text().text().split("\f", -1);
    var opener =
        new FileOpener(
            page -> Optional.of(Recognised.evenly(pages[page.number() - 1], confidence)));
    return submitted(opener, pictures(pages.length));
  }

  private static SubmittedFile.Text submitted(FileOpener opener, byte[] bytes) {
    return switch (opener.open(bytes)) {
      case Outcome.Accepted<SubmittedFile>(SubmittedFile.Text text) -> text;
      case Outcome.Accepted<SubmittedFile> _, Outcome.Rejected<SubmittedFile> _ ->
          throw new IllegalStateException("no text");
    };
  }

  private static CaseFile file(SubmittedFile.Text text) {
    var read = accepted(new CaseReader().read(text, "0".repeat(64)));
    CaseUpload upload = ((CaseReader.Read.OfCase) read).upload();
    return accepted(Revisions.cut(upload.caseNumber().orElseThrow(), List.of(upload)));
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value) -> value;
      case Outcome.Rejected<T>(var why) -> throw new IllegalStateException(why.detail());
    };
  }

  private static byte[] pictures(int pages) throws IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      var image = new BufferedImage(85, 110, BufferedImage.TYPE_BYTE_BINARY);
      for (int i = 0; i < pages; i++) {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 612, 792);
        }
      }
      document.save(out);
      return out.toByteArray();
    }
  }
}
