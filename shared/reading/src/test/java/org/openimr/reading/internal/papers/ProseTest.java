package org.openimr.reading.internal.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {
  @ParameterizedTest
  @CsvSource({
    "cervical para-, spinals, cervical paraspinals",
    "a non-, steroidal, a non-steroidal",
    "right shoulder-, upper arm, right shoulder-upper arm",
    "range-of-, motion, range-of-motion",
    "dated 12-, 31-16, dated 12-31-16",
    "see http://a.b/Rules-, And, see http://a.b/Rules-And",
    "low back -, lumbar, low back - lumbar",
    "two.   Three, four, two. Three four"
  })
  void joinsLines(String first, String second, String joined) {
    var prose = new Prose(List.of("non"), "the right shoulder is stiff");

    assertEquals(joined, prose.join(List.of(first, second)));
  }
}
