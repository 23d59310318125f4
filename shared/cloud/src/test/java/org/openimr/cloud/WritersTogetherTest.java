package org.openimr.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.records.CloudFault;
import org.openimr.records.Condition;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.Table;
import org.openimr.records.Value;
import org.openimr.records.Write;

/** Writers in a folder share commits, and none is told that it is done before it is. */
class WritersTogetherTest {
  private static final int WRITERS = 24;
  private static final int EACH = 60;

  /** Acknowledged by then, the process is killed. */
  private static final int KILLED_AT = WRITERS * EACH / 3;

  @TempDir private Path folder;

  private static Key key(int writer, int number) {
    return new Key("CASE#" + writer, "EVENT#" + number);
  }

  private static Write write(Key key) {
    return new Write.Put(
        Row.of(key, Map.of("kind", new Value.Text("READ"))), new Condition.Absent());
  }

  /** Writes until it has written all, or the process is killed. */
  private static void write(Table table, int writer, Set<Key> acknowledged, CountDownLatch enough) {
    try {
      for (int i = 0; i < EACH; i++) {
        table.commit(List.of(write(key(writer, i))));
        acknowledged.add(key(writer, i));
        enough.countDown();
      }
    } catch (CloudFault killed) {
      // What is not acknowledged may be lost.
    }
  }

  private static List<Key> lost(Table table, Set<Key> acknowledged) {
    return acknowledged.stream().filter(key -> table.get(key).isEmpty()).toList();
  }

  @Test
  void whatWasAcknowledgedIsThereThoughTheProcessIsKilledAmidMany() throws InterruptedException {
    Set<Key> acknowledged = ConcurrentHashMap.newKeySet();
    var enough = new CountDownLatch(KILLED_AT);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var cloud = EmbeddedCloud.in(folder, InstantSource.system());
      for (int writer = 0; writer < WRITERS; writer++) {
        int own = writer;
        threads.execute(() -> write(cloud.table(), own, acknowledged, enough));
      }
      enough.await();
      cloud.abandon();
    }
    try (var reopened = EmbeddedCloud.in(folder, InstantSource.system())) {
      assertEquals(List.of(), lost(reopened.table(), acknowledged));
    }
  }

  @Test
  void everyWriterOfManyIsServed() throws InterruptedException {
    Set<Key> acknowledged = ConcurrentHashMap.newKeySet();
    try (var cloud = EmbeddedCloud.in(folder, InstantSource.system())) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int writer = 0; writer < WRITERS; writer++) {
          int own = writer;
          threads.execute(
              () -> write(cloud.table(), own, acknowledged, new CountDownLatch(WRITERS * EACH)));
        }
      }
      var found = new ArrayList<Integer>();
      for (int writer = 0; writer < WRITERS; writer++) {
        found.add(
            cloud.table().query("CASE#" + writer, "EVENT#", Optional.empty(), EACH).rows().size());
      }
      assertEquals(Collections.nCopies(WRITERS, EACH), found);
    }
  }
}
