package org.openimr.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.records.memory.MemoryTable;

class RecognitionsTest {
  private static final Instant NINE = Instant.parse("2015-11-12T09:00:00Z");
  private static final Instant TEN = Instant.parse("2015-11-12T10:00:00Z");
  private static final RecognitionRow FIRST = RecognitionRow.opened("a", "work", NINE);

  private final Recognitions recognitions = new Recognitions(new MemoryTable());

  @Test
  void readsARecognitionBackAsItWas() {
    recognitions.open(FIRST);
    var later = FIRST.worked("more", TEN);
    recognitions.write(later);
    assertEquals(Optional.of(later), recognitions.find("a"));
  }

  @Test
  void opensARecognitionOnce() {
    assertEquals(
        List.of(Commit.DONE, Commit.REFUSED),
        List.of(recognitions.open(FIRST), recognitions.open(FIRST)));
  }

  @Test
  void refusesAWriteOnAnotherVersion() {
    recognitions.open(FIRST);
    recognitions.write(FIRST.attempted(1, TEN));
    assertEquals(Commit.REFUSED, recognitions.write(FIRST.worked("late", TEN)));
  }

  @Test
  void listsOpenOnesThatNobodyHasTouchedTheOldestFirst() {
    var old = RecognitionRow.opened("b", "work", NINE.minusSeconds(1));
    recognitions.open(FIRST);
    recognitions.open(old);
    recognitions.open(RecognitionRow.opened("young", "work", TEN));
    var closed = RecognitionRow.opened("closed", "work", NINE);
    recognitions.open(closed);
    recognitions.write(closed.closed(RecognitionRow.State.READ, NINE));
    assertEquals(List.of(old, FIRST), recognitions.openSince(NINE));
  }
}
