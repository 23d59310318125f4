package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.Observation;
import org.openimr.casefile.Standing;

/** Text that says nothing, says it of others, or is hard to make out: no fact is made of it. */
final class BadTextTest {
  private static final FactReader READER = new FactReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Side Effects\nOpioid Agreement\nUrine Drug Screen:\nCURES\nWork Status\nPain Level:",
        "MEDICATIONS\nALLERGIES\nPHYSICAL EXAMINATION\nTREATMENT PLAN",
        "Numbness: [ ] yes [ ] no\nGait: [ ] antalgic [ ] normal\nWork status: [ ] TTD [ ] full duty",
        "Side effects: ____\nPain: __/10\nSpasm: ______",
        "Guidelines:\nPatients with radiculopathy and weakness may have an epidural injection."
            + " Opioids are continued if the patient has returned to work.",
        "Per ODG, an MRI is indicated when there is progressive neurologic deficit, fever or cancer."
            + " ACOEM criteria for surgery: positive straight leg raise and failed conservative care.",
        "Family History: mother with depression and diabetes.",
        "Another patient, whose page was misfiled, has numbness and takes methadone.",
        "There is n o spasm. She den ies numbness. The wound is n0t infected. Negatlve for fracture.",
        "Her husb and takes Norco. He wou1d be able to drive.",
        "___ [ ] // ## 10/10/10/10 -- \u0000\u0001 \ud83d\ude00"
      })
  void makesNoFactOf(String text) {
    assertEquals(List.of(), facts(CaseFiles.report(text).documents().getFirst()));
  }

  @Test
  void takesOnlyTheTickedBox() {
    assertEquals(
        List.of("gaitAbnormal true", "numbnessTingling false", "workStatus MODIFIED"),
        facts(
                CaseFiles.report(
                        "Numbness: [ ] yes [x] no\nGait: [x] antalgic gait [ ] normal\n"
                            + "Work status: [ ] TTD [x] modified duty [ ] full duty")
                    .documents()
                    .getFirst())
            .stream()
            .filter(f -> !f.startsWith("returnToWork"))
            .toList());
  }

  @Test
  void readsCapitalsAsItReadsSmallLetters() {
    for (GoldSet.Passage passage : GoldSet.passages()) {
      CaseDocument document = passage.file().documents().getFirst();
      // A heading is told from a sentence by its capitals, so only running text is compared.
      if (document.text().indexOf('\n') < 0) {
        String capitals = document.text().toUpperCase(Locale.ROOT);
        assertEquals(facts(document), facts(with(document, capitals)), passage.id());
      }
    }
  }

  /** The words that a wording needs may be misread too, so next to nothing is all that can be. */
  @Test
  void inventsNextToNothingFromScannedText() {
    var random = new Random(11);
    var passages = new ArrayList<>(GoldSet.passages());
    passages.addAll(GoldSet.others());
    var invented = new ArrayList<String>();
    int read = 0;
    for (int round = 0; round < 3; round++) {
      for (GoldSet.Passage passage : passages) {
        CaseDocument document = passage.file().documents().getFirst();
        List<String> clean = facts(document);
        List<String> scanned = facts(with(document, scanned(document.text(), random)));
        read += scanned.size();
        scanned.stream()
            .filter(f -> !clean.contains(f))
            .forEach(f -> invented.add(passage.id() + ": " + f));
      }
    }
    assertTrue(invented.size() * 50 <= read, read + " read, invented: " + invented);
  }

  /** One letter or figure in ten looks like another, one word in ten is broken. */
  private static String scanned(String text, Random random) {
    var scanned = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      scanned.append(random.nextInt(10) == 0 ? lookalike(c) : c);
      boolean within =
          at + 1 < text.length()
              && Character.isLetter(c)
              && Character.isLetter(text.charAt(at + 1));
      if (within && random.nextInt(33) == 0) {
        scanned.append(' ');
      }
    }
    return scanned.toString();
  }

  private static char lookalike(char c) {
    return switch (c) {
      case '0' -> 'O';
      case '1', 'i' -> 'l';
      case 'o' -> '0';
      case 'l' -> '1';
      default -> c;
    };
  }

  private static CaseDocument with(CaseDocument document, String text) {
    return new CaseDocument(
        document.id(), document.type(), document.date(), text, document.unreadablePages());
  }

  /** What is stated as a fact, each once, in the order of names. */
  private static List<String> facts(CaseDocument document) {
    var facts = new TreeSet<String>();
    for (Observation observation : READER.read(CaseFiles.of(List.of(document))).observations()) {
      if (observation.standing() == Standing.FACT) {
        facts.add(observation.fact() + " " + GoldScore.shown(observation));
      }
    }
    return List.copyOf(facts);
  }
}
