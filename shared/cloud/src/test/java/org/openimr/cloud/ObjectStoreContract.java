package org.openimr.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Placed;
import org.openimr.records.Settings;

/** What every object store does. Each test has keys of its own: stores outlive a test. */
abstract class ObjectStoreContract {
  static final String DERIVED = Settings.EMBEDDED.derived();

  /** Of "one". */
  private static final String HASH =
      "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

  /** A store whose buckets are there. */
  abstract ObjectStore objects() throws Exception;

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static ObjectName derived(String key) {
    return new ObjectName(DERIVED, key);
  }

  /** An object's text and hash, or "-". */
  static String read(ObjectStore objects, ObjectName name, Optional<String> version)
      throws IOException {
    Optional<ObjectContent> found = objects.open(name, version);
    if (found.isEmpty()) {
      return "-";
    }
    try (ObjectContent content = found.get()) {
      String text = new String(content.stream().readAllBytes(), UTF_8);
      return content.size() + " " + text + " " + content.sha256().orElse("-");
    }
  }

  @Test
  void givesBackWhatWasPut() throws Exception {
    ObjectName name = derived("o1/naïve file +%20&=患者.txt");
    objects().put(name, bytes("one"), "text/plain");
    assertEquals("3 one " + HASH, read(objects(), name, Optional.empty()));
  }

  @Test
  void hasNoObjectThatWasNeverPut() throws Exception {
    assertEquals("-", read(objects(), derived("o2"), Optional.empty()));
  }

  @Test
  void hasNoVersionThatWasNeverMade() throws Exception {
    ObjectName name = derived("o3");
    objects().put(name, bytes("one"), "text/plain");
    assertEquals("-", read(objects(), name, Optional.of("ffffffffffffffffffffffffffffffff")));
  }

  @Test
  void keepsAnEmptyObject() throws Exception {
    ObjectName name = derived("o4");
    objects().put(name, new byte[0], "text/plain");
    assertEquals(
        "0  e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        read(objects(), name, Optional.empty()));
  }

  @Test
  void putsOnceAndSaysWhetherTheSameIsThere() throws Exception {
    ObjectStore objects = objects();
    ObjectName name = derived("o5");
    List<Placed> placed =
        List.of(
            objects.putIfAbsent(name, bytes("one"), "text/plain"),
            objects.putIfAbsent(name, bytes("one"), "text/plain"),
            objects.putIfAbsent(name, bytes("two"), "text/plain"));
    assertEquals(
        List.of(List.of(Placed.CREATED, Placed.SAME, Placed.DIFFERENT), "3 one " + HASH),
        List.of(placed, read(objects, name, Optional.empty())));
  }

  @Test
  void replacesByANewVersion() throws Exception {
    ObjectStore objects = objects();
    ObjectName name = derived("o6");
    objects.put(name, bytes("two"), "text/plain");
    objects.put(name, bytes("one"), "text/plain");
    assertEquals("3 one " + HASH, read(objects, name, Optional.empty()));
  }

  @Test
  void keepsBucketsApart() throws Exception {
    ObjectStore objects = objects();
    objects.put(derived("o7"), bytes("one"), "text/plain");
    ObjectName other = new ObjectName(Settings.EMBEDDED.determinations(), "o7");
    assertEquals("-", read(objects, other, Optional.empty()));
  }

  @Test
  void letsOneOfManyWin() throws Exception {
    ObjectStore objects = objects();
    ObjectName name = derived("o8");
    List<Callable<Placed>> attempts = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      byte[] body = bytes("body " + n);
      attempts.add(() -> objects.putIfAbsent(name, body, "text/plain"));
    }
    List<Placed> placed = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Placed> one : threads.invokeAll(attempts)) {
        placed.add(one.get());
      }
    }
    assertEquals(
        List.of(1, 7),
        List.of(
            Collections.frequency(placed, Placed.CREATED),
            Collections.frequency(placed, Placed.DIFFERENT)));
  }
}
