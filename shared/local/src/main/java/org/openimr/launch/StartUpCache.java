package org.openimr.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The program's classes as a JVM had them loaded and linked, in a file beside the jar (JEP 483,
 * 514): most of a short command's time is the loading of classes. The build makes it by a training
 * run. A JVM that it was not made by, or a jar that changed since, leaves it aside: it changes how
 * long a command takes and nothing else. Runs only read it, so that any number may be at once.
 */
final class StartUpCache {
  private final File jar;
  private final Path file;
  private final Path unfinished;

  StartUpCache(File jar) {
    String name = jar.getName().replaceFirst("\\.jar$", "") + ".aot";
    this.jar = jar;
    this.file = jar.toPath().resolveSibling(name);
    this.unfinished = jar.toPath().resolveSibling(name + ".part");
  }

  /** What a run tells the JVM: nothing where there is no cache. */
  List<String> options() {
    // One that is older than the jar was made by another: the JVM would complain of it.
    return Files.isReadable(file) && file.toFile().lastModified() >= jar.lastModified()
        // The JVM would say on standard output why it leaves a cache aside.
        ? Arrays.asList("-XX:AOTCache=" + file, "-Xlog:disable", "-Xlog:all=error:stderr")
        : Collections.<String>emptyList();
  }

  /** What a training run tells it. */
  List<String> training() {
    return Collections.singletonList("-XX:AOTCacheOutput=" + unfinished);
  }

  /** After a training run: the cache appears whole, or not at all. */
  void keep() throws IOException {
    if (Files.exists(unfinished)) {
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
