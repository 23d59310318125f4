package org.openimr.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.Priority;
import org.openimr.casefile.SummarySentence;
import org.openimr.letter.Determination.Header;
import org.openimr.letter.Determination.Overall;
import org.openimr.letter.Determination.Paper;

class DeterminationTest {
  private final Letter letter = new Letter();

  @Test
  void saysWhatBecameOfEveryPaper() {
    List<String> uses =
        letter.determination(Samples.file(), Samples.evaluation(), 1).documents().stream()
            .map(DeterminationTest::idAndUse)
            .toList();
    assertEquals(
        List.of(
            "imaging-2014-02-03 UNREADABLE",
            "progress-report-2015-10-13 USED",
            "request-for-authorization-2015-10-14 USED",
            "utilization-review-2015-10-21 USED",
            "therapy-note REVIEWED",
            "progress-report-2015-10-13-2 DUPLICATE"),
        uses);
  }

  @Test
  void leavesOutWhatTheFileDoesNotSay() {
    CaseFile silent = Samples.file(CaseFields.UNKNOWN, Samples.file().documents());
    assertEquals(
        new Header(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        letter.determination(silent, Samples.evaluation(), 1).header());
  }

  @Test
  void namesThePriorityThatTheReviewHasNow() {
    var expedited = letter.expeditedSince(Optional.of(LocalDate.of(2015, 11, 20)));
    var documents = expedited.proposal(Samples.file(), Samples.evaluation(), 1);
    String text = new String(documents.text(), StandardCharsets.UTF_8);
    String json = new String(documents.json(), StandardCharsets.UTF_8);
    assertEquals(
        List.of(true, true, Optional.of(Priority.EXPEDITED)),
        List.of(
            text.contains("Expedited since 11/20/2015"),
            json.replace(" ", "").contains("\"expeditedSince\":\"2015-11-20\""),
            expedited
                .determination(Samples.file(), Samples.evaluation(), 1, SampleReviews.adoption())
                .header()
                .priority()));
  }

  @Test
  void hasNoOverallResultWhileAnItemIsUndetermined() {
    assertEquals(Optional.empty(), overall(Samples.massage(), Samples.sleeve()));
  }

  @Test
  void hasNoOverallResultWithoutAnItem() {
    assertEquals(Optional.empty(), overall());
  }

  @Test
  void upholdsWhereEveryItemIsUpheld() {
    assertEquals(Optional.of(Overall.UPHOLD), overall(Samples.opioid(), Samples.opioid()));
  }

  @Test
  void overturnsWhereEveryItemIsOverturned() {
    assertEquals(Optional.of(Overall.OVERTURN), overall(Samples.massage()));
  }

  @Test
  void overturnsInPartWhereItemsDiffer() {
    assertEquals(
        Optional.of(Overall.PARTIALLY_OVERTURN), overall(Samples.massage(), Samples.opioid()));
  }

  @Test
  void failsToBuildWhereAQuoteIsNotWhereItsAnchorPoints() {
    Anchor right = Samples.anchor(Samples.REPORT, "Work status");
    var moved =
        new Anchor(
            right.document(),
            right.page(),
            right.line(),
            right.start() + 1,
            right.end() + 1,
            right.quote());
    assertEquals(
        "anchor does not resolve: document progress-report-2015-10-13, page 2, line 3, span "
            + "%d to %d".formatted(moved.start(), moved.end()),
        refusal(moved));
  }

  @Test
  void failsToBuildWhereAnAnchorPointsIntoNoPaperOfTheFile() {
    assertEquals(
        "anchor does not resolve: document elsewhere, page 1, line 1, span 0 to 4",
        refusal(new Anchor("elsewhere", 1, 1, 0, 4, "PROG")));
  }

  @Test
  void failsToBuildWhereAnAnchorStartsBeforeTheText() {
    assertEquals(
        "anchor does not resolve: document therapy-note, page 1, line 1, span -1 to 3",
        refusal(new Anchor("therapy-note", 1, 1, -1, 3, "Heat")));
  }

  @Test
  void failsToBuildWhereEvidencePointsIntoNoPaperOfTheFile() {
    CaseFile other = Samples.file(Samples.fields(), List.of(Samples.REVIEW));
    assertThrows(
        UnresolvedAnchorException.class,
        () -> letter.determination(other, Samples.evaluation(List.of(), items()), 1));
  }

  private static List<ItemEvaluation> items() {
    return List.of(Samples.massage());
  }

  private String refusal(Anchor anchor) {
    var evaluation =
        Samples.evaluation(
            List.of(new SummarySentence("A statement.", List.of(anchor))), List.of());
    return String.valueOf(
        assertThrows(
                UnresolvedAnchorException.class,
                () -> letter.determination(Samples.file(), evaluation, 1))
            .getMessage());
  }

  private Optional<Overall> overall(ItemEvaluation... items) {
    var evaluation = Samples.evaluation(Samples.summary(), List.of(items));
    return letter.determination(Samples.file(), evaluation, 1).overall();
  }

  private static String idAndUse(Paper paper) {
    return paper.id() + " " + paper.use();
  }
}
