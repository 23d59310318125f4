package org.openimr.reading.internal.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.DocumentType;

class ShorthandTest {
  private final FlowReader reader =
      new FlowReader(
          new FlowWords(Set.of(), Set.of("lb", "dr"), Set.of("lb"), Set.of()),
          Shorthand.read(DataFile.read("facts/shorthand.json")));

  private static AnchoredText paper(String text) {
    return AnchoredText.of(
        new CaseDocument(
            "report", DocumentType.PROGRESS_REPORT, Optional.empty(), text, new TreeSet<>()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pain w/o meds, w/ meds and w/HEP | Pain without meds, with meds and with HEP",
        "PT x 6 wks, PT x 6, brace x3mos | PT for 6 weeks, PT x 6, brace for 3 months",
        "Neg SLR. ROM WNL | Negative SLR. ROM within normal limits",
        "Abd 80, abd soft, ER 3+/5, tramadol ER 100 | Abduction 80, abd soft, external rotation"
            + " 3+/5, tramadol ER 100",
        "R wrist and L knee, L4-5, L 5, J. R. Roe | right wrist and left knee, L4-5, L 5, J. R. Roe",
        "burning \u219350%, pain 8\u21923 | burning decreased 50%, pain 8->3",
        "LBP, No SEs, and/or, 10/325 | low back pain, No side effects, and/or, 10/325"
      })
  void isWrittenOutWhereItHasOneMeaning(String written, String read) {
    assertEquals(
        read.toLowerCase(Locale.ROOT),
        reader.read(paper(written)).text().text().toLowerCase(Locale.ROOT));
  }

  @Test
  void isQuotedAsItStands() {
    AnchoredText paper = paper("Weak w/o spasm b/l today.");
    FlowText text = reader.read(paper).text();
    int from = text.text().indexOf("without");
    int to = text.text().indexOf("bilateral") + "bilateral".length();

    assertEquals("w/o spasm b/l", text.anchor(from, to).quote());
  }

  @Test
  void unitBehindANumberEndsASentenceAndATitleDoesNot() {
    var flow = reader.read(paper("Lifts 20 lb. Walks. On 10/3/15 Dr. Roe saw him."));

    assertEquals(3, flow.sentences().size());
  }
}
