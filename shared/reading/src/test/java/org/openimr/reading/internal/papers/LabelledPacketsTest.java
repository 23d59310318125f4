package org.openimr.reading.internal.papers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds splitting, classification and dates against packets labelled by hand before they were read,
 * and writes what came of it to {@code target/papers.md}.
 */
class LabelledPacketsTest {
  private static PacketScore labelled;

  @BeforeAll
  static void read() throws IOException {
    labelled = PacketScore.of(LabelledPacket.all("labelled", 6));
    Files.writeString(Path.of("target/papers.md"), "# Papers\n\n" + labelled.table("Labelled"));
  }

  @Test
  void splitsClassifiesAndDatesLabelledPackets() {
    assertAll(
        () -> assertTrue(labelled.accuracy() >= 0.95, "types of pages"),
        () -> assertTrue(labelled.boundaryF1() >= 0.95, "beginnings of papers"),
        () -> assertTrue(labelled.dates() >= 0.95, "dates of papers"));
  }
}
