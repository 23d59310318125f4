package org.openimr.reading.internal.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.DocumentType;
import org.openimr.reading.internal.flow.FlowReader.Flow;

class FlowReaderTest {
  private static final String REPORT =
      """
      10/13/2015 14:22 FAX 916 555 0100 P.003/012
      Delta Spine
      Gait is slow and the patient walks with a cane. With the medication he is able to walk for
      about thirty

      DEL000003\f10/13/2015 14:22 FAX 916 555 0100 P.004/012
      RE: Nobody, A.
      October 13, 2015
      Page 2

      minutes and to cook. He tried therapy in the spring of last year and it did not help him
      DEL000004\f10/13/2015 14:22 FAX 916 555 0100 P.005/012
      RE: Nobody, A.
      October 13, 2015
      Page 3

      at all. He sleeps well.
      DEL000005
      """;

  private static final AnchoredText TEXT =
      AnchoredText.of(
          new CaseDocument(
              "report", DocumentType.PROGRESS_REPORT, Optional.empty(), REPORT, new TreeSet<>()));

  private final FlowReader reader =
      new FlowReader(new FlowWords(Set.of(), Set.of(), Set.of(), Set.of()));

  @Test
  void joinsSentencesOverPageEndsFaxLinesStampsAndRunningHeads() {
    Flow flow = reader.read(TEXT);

    assertEquals(
        List.of(
            "Delta Spine",
            "Gait is slow and the patient walks with a cane.",
            "With the medication he is able to walk for about thirty minutes and to cook.",
            "He tried therapy in the spring of last year and it did not help him at all.",
            "He sleeps well."),
        flow.sentences().stream()
            .map(s -> flow.text().text().substring(s.from(), s.to()))
            .toList());
  }

  @Test
  void anchorsASentenceThatCrossesAPageEndInTheUnchangedText() {
    Flow flow = reader.read(TEXT);
    int from = flow.text().text().indexOf("about thirty");
    Anchor anchor = flow.text().anchor(from, from + "about thirty minutes".length());

    assertEquals(List.of(true, 1, 4), List.of(TEXT.resolves(anchor), anchor.page(), anchor.line()));
  }

  @Test
  void keepsAFigureThatEndsAPageOfATable() {
    var text =
        AnchoredText.of(
            new CaseDocument(
                "request",
                DocumentType.REQUEST_FOR_AUTHORIZATION,
                Optional.empty(),
                "Service\nMassage\nQuantity\n6",
                new TreeSet<>()));

    assertEquals("Service Massage Quantity 6", reader.read(text).text().text().replace('\n', ' '));
  }

  @Test
  void readsEachRowOfATableForItself() {
    var text =
        AnchoredText.of(
            new CaseDocument(
                "report",
                DocumentType.PROGRESS_REPORT,
                Optional.empty(),
                """
                Item                Result        Remark
                State report        Reviewed      No other prescriber
                Opioid agreement    Signed        On file since the
                                                  first visit
                """,
                new TreeSet<>()));

    assertEquals(
        List.of(
            "Item Result Remark",
            "State report Reviewed No other prescriber",
            "Opioid agreement Signed On file since the first visit"),
        List.of(reader.read(text).text().text().strip().split("\n")));
  }
}
