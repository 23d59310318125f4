package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.NearestPassage;

/** Records that say the same over and over, as copied reports do. */
class LongRecordTest {
  private static final FactReader READER = new FactReader();

  @Test
  void keepsTheFirstPlacesOfAStatementAndItsLast() {
    assertEquals(
        List.of(1, 2, 3, 4, 5, 6, 7, 8, 500),
        lines("returnToWork", "She has returned to work full time.\n".repeat(500)));
  }

  @Test
  void keepsTheLastWordWhereStatementsChange() {
    var changing = "She has returned to work full time.\nShe has not returned to work.\n";
    assertEquals(
        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 999, 1000),
        lines("returnToWork", changing.repeat(500)));
  }

  @Test
  void showsTheFirstOfAllPassagesThatComeNear() {
    String near = "The work status is open.\n".repeat(300);
    String nearer = "The work status is open until back to work is discussed.\n";
    var search = facts(near + nearer + near).search(List.of("returnToWork"), List.of());
    assertEquals(
        List.of(301, 1, 2, 3, 4),
        search.nearest().stream()
            .map(NearestPassage::anchor)
            .map(anchor -> anchor.line())
            .toList());
  }

  private static List<Integer> lines(String fact, String text) {
    return facts(text).observations(fact).stream()
        .map(observation -> observation.anchor().line())
        .toList();
  }

  private static CaseFacts facts(String text) {
    return READER.read(CaseFiles.report(text));
  }
}
