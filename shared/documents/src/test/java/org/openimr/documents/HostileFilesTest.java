package org.openimr.documents;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.Code;

/** Damage at random, the same on every run: whatever comes of it is a value. */
class HostileFilesTest {
  private static final int TRIALS = 150;

  @ParameterizedTest
  @ValueSource(strings = {"case-file.pdf", "case-file.json", "case-file.txt"})
  void endsInAValueWhereverAFileIsCut(String name) {
    byte[] whole = Files.event(name);
    var random = new Random(1);
    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
      assertDoesNotThrow(() -> Files.OPENER.open(cut));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"case-file.pdf", "case-file.json", "case-file.txt"})
  void endsInAValueWhateverBytesAreChanged(String name) {
    byte[] whole = Files.event(name);
    var random = new Random(2);
    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] changed = whole.clone();
      for (int change = random.nextInt(1 + trial); change >= 0; change--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      assertDoesNotThrow(() -> Files.OPENER.open(changed));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 1_000, 5_000})
  void neverTakesTheBeginningOfAPdfForTheWhole(int missing) {
    byte[] whole = Files.event("case-file.pdf");
    assertEquals(
        Code.UNREADABLE_FILE,
        Files.code(Files.OPENER.open(Arrays.copyOf(whole, whole.length - missing))));
  }
}
