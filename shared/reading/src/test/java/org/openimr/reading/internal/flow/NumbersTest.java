package org.openimr.reading.internal.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void readsNumbersInWords() {
    assertEquals(
        List.of(68, 71, 20, 6),
        Stream.of("sixty-eight", "seventy one", "twenty", "six")
            .map(Numbers::read)
            .flatMap(Optional::stream)
            .map(BigDecimal::intValue)
            .toList());
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertEquals(
        List.of(),
        Stream.of("sixty-ten", "-eight", "sixty-")
            .map(Numbers::read)
            .flatMap(Optional::stream)
            .toList());
  }
}
