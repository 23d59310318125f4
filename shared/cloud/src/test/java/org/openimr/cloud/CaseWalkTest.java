package org.openimr.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.records.memory.CaseWalk;

/** The small walk; {@code .ci/bench} has the long one. */
class CaseWalkTest {
  @Test
  void aListIsWalkedWithoutARepeatOrAGapWhileOthersWrite() {
    try (var cloud = EmbeddedCloud.inMemory(InstantSource.system())) {
      var walked = new CaseWalk(cloud.table(), 20_000).walk(200, 2);
      assertEquals(
          List.of(true, 0, 0), List.of(walked.pages() >= 100, walked.missed(), walked.repeated()));
    }
  }
}
