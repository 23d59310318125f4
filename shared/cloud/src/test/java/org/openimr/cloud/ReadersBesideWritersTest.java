package org.openimr.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.openimr.records.Condition;
import org.openimr.records.Index;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.Table;
import org.openimr.records.Value;
import org.openimr.records.Write;

/** A row that is written again is there at any moment, for whoever reads meanwhile. */
class ReadersBesideWritersTest {
  private static final Key KEY = new Key("CASE#1", "CASE");
  private static final int TIMES = 20_000;

  private static Write version(int version) {
    return new Write.Put(
        Row.of(
            KEY,
            Map.of(
                "version",
                new Value.Whole(version),
                Index.BY_STATUS.partitionAttribute(),
                new Value.Text("PARSED#0"),
                Index.BY_STATUS.sortAttribute(),
                new Value.Text("2026-01-01#1"))),
        new Condition.Always());
  }

  /** How often the row was away: by its key, and in the index. */
  private static List<Integer> away(Table table, AtomicBoolean writing) {
    int byKey = 0;
    int inIndex = 0;
    do {
      byKey += table.get(KEY).isPresent() ? 0 : 1;
      inIndex +=
          table.query(Index.BY_STATUS, "PARSED#0", Optional.empty(), 10).rows().size() == 1 ? 0 : 1;
    } while (writing.get());
    return List.of(byKey, inIndex);
  }

  @Test
  void aRowThatIsWrittenAgainIsNeverAway() throws InterruptedException {
    try (var cloud = EmbeddedCloud.inMemory(InstantSource.system())) {
      var table = cloud.table();
      table.commit(List.of(version(0)));
      var writing = new AtomicBoolean(true);
      var writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 1; i <= TIMES; i++) {
                      table.commit(List.of(version(i)));
                    }
                    writing.set(false);
                  });
      var away = away(table, writing);
      writer.join();
      assertEquals(List.of(0, 0), away);
    }
  }
}
