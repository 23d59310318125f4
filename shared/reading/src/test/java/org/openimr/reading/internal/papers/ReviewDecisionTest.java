package org.openimr.reading.internal.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewDecisionTest {
  private final ReviewDecision.Reader reader = new ReviewDecision.Reader(Cues.load("papers.cues"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Massage Qty 6: NON-CERTIFIED | Massage Qty 6 | DENIED | -",
        "MRI of the neck: not certified. | MRI of the neck | DENIED | -",
        "MRI of the neck was denied | MRI of the neck | DENIED | -",
        "Lumbar ESI: L5-S1 - Not Medically Necessary | Lumbar ESI: L5-S1 | DENIED | -",
        "Norco 10mg #120: MODIFIED, certified Qty 108 | Norco 10mg #120 | MODIFIED | 108",
        "Norco 10mg #120: modified to #108 | Norco 10mg #120 | MODIFIED | 108",
        "Norco #120: modified from #120 to #108 | Norco #120 | MODIFIED | 108",
        "PT x 12: certified with modification to 6 sessions | PT x 12 | MODIFIED | 6",
        "PT x 12: partially approved for 4 visits | PT x 12 | MODIFIED | 4",
        "PT 12 visits: certified 6 visits; remaining 6 non-certified | PT 12 visits | MODIFIED | 6",
        "Aide (60 authorized; 30 in dispute): not certified. | Aide (60 authorized; 30 in dispute) | DENIED | -",
        "TENS unit   Denied | TENS unit | DENIED | -",
        "TENS unit: conditionally non-certified | TENS unit | CONDITIONAL | -",
        "TENS unit: deferred | TENS unit | DEFERRED | -",
        "Naproxen #60: certified | Naproxen #60 | APPROVED | -",
        "Denied: TENS unit | TENS unit | DENIED | -"
      })
  void readsItemDecisionAndCertifiedQuantity(
      String entry, String item, String decision, String certified) {
    ReviewDecision read = reader.of(entry).orElseThrow();

    assertEquals(
        item + "|" + decision + "|" + certified,
        read.item()
            + "|"
            + read.decision()
            + "|"
            + read.certified().map(Object::toString).orElse("-"));
  }
}
