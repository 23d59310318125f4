package org.openimr.api.internal.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Recognition;
import org.openimr.records.memory.SampleCase;

class ReviewFormTest {
  /** A picture whose one line an engine has read. */
  private static final CaseFile SCANNED =
      new CaseFile(
          SampleCase.CASE,
          CaseFields.UNKNOWN,
          List.of(
              new CaseDocument(
                  "scan",
                  DocumentType.PROGRESS_REPORT,
                  Optional.empty(),
                  "Pain is 8 of 10",
                  new TreeSet<>(),
                  Recognition.of(Map.of(1, List.of(71))))),
          Map.of(),
          List.of());

  @Test
  void aPassageOfAPictureKeepsHowSureItsRecognitionWas() throws JsonProcessingException {
    var body =
        new JsonMapper()
            .readTree(
                """
                {"action": "ADOPT", "evidence": [
                  {"document": "scan", "page": 1, "line": 1, "start": 8, "end": 15, "quote": "8 of 10"}]}
                """);
    var item = SampleCase.evaluation(SampleCase.file()).items().getFirst();
    List<Anchor> evidence =
        switch (ReviewForm.read(body, item, SCANNED)) {
          case Outcome.Accepted<ItemReview>(var review) -> review.evidence();
          case Outcome.Rejected<ItemReview>(var why) -> throw new AssertionError(why.detail());
        };
    assertEquals(List.of(new Anchor("scan", 1, 1, 8, 15, "8 of 10", Optional.of(71))), evidence);
  }
}
