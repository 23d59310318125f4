package org.openimr.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AnchoredTextTest {
  private static final AnchoredText TEXT = text("One\nTwo 😀 three\n\fFour\nFive\n");

  @Test
  void countsPagesAndLinesFromOne() {
    assertEquals(new Anchor("a", 1, 1, 0, 3, "One"), anchor("One"));
    assertEquals(new Anchor("a", 2, 2, 22, 26, "Five"), anchor("Five"));
  }

  @Test
  void countsCodePointsNotChars() {
    assertEquals(new Anchor("a", 1, 2, 10, 15, "three"), anchor("three"));
  }

  @Test
  void quotesAcrossLinesUnchanged() {
    assertEquals(new Anchor("a", 2, 1, 17, 26, "Four\nFive"), anchor("Four\nFive"));
  }

  @Test
  void resolvesItsOwnAnchorsAndNoOther() {
    assertTrue(TEXT.resolves(anchor("three")));
    assertFalse(TEXT.resolves(new Anchor("a", 1, 2, 10, 15, "Three")));
    assertFalse(TEXT.resolves(new Anchor("b", 1, 2, 10, 15, "three")));
    assertFalse(TEXT.resolves(new Anchor("a", 9, 9, 900, 905, "three")));
  }

  private static Anchor anchor(String quote) {
    int from = TEXT.text().indexOf(quote);
    return TEXT.anchor(from, from + quote.length());
  }

  private static AnchoredText text(String text) {
    return AnchoredText.of(
        new CaseDocument("a", DocumentType.OTHER, Optional.empty(), text, new TreeSet<>()));
  }

  @Test
  void anchorsRecognisedTextWithTheConfidenceOfItsLeastSureLine() {
    var scan =
        AnchoredText.of(
            new CaseDocument(
                "s",
                DocumentType.OTHER,
                Optional.empty(),
                "One\n\fTwo\nthree\n",
                new TreeSet<>(),
                Recognition.of(Map.of(2, List.of(95, 71)))));
    assertEquals(
        List.of(Optional.empty(), Optional.of(95), Optional.of(71), Optional.of(71)),
        List.of(
            scan.anchor(0, 3).confidence(),
            scan.anchor(5, 8).confidence(),
            scan.anchor(5, 14).confidence(),
            scan.anchor(0, 14).confidence()));
  }

  @Test
  void givesAPartOfAFileTheConfidenceOfItsOwnLines() {
    var file = new Recognition(new TreeMap<>(Map.of(2, List.of(95, 71), 3, List.of(80))));
    assertEquals(Recognition.of(Map.of(1, List.of(71), 2, List.of(80))), file.part(2, 2, 4));
  }
}
