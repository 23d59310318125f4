package org.openimr.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that a command was given.
 *
 * @param files folders walked in name order, hidden names skipped
 * @param missing paths that are not there
 */
record Inputs(List<Path> files, List<Path> missing) {
  Inputs {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }

  static Inputs of(List<Path> paths) {
    var files = new ArrayList<Path>();
    var missing = new ArrayList<Path>();
    for (Path path : paths) {
      if (Files.exists(path)) {
        walk(path, files);
      } else {
        missing.add(path);
      }
    }
    return new Inputs(files, missing);
  }

  private static void walk(Path path, List<Path> files) {
    if (!Files.isDirectory(path)) {
      files.add(path);
      return;
    }
    try (Stream<Path> entries = Files.list(path)) {
      entries.filter(entry -> !hidden(entry)).sorted().forEach(entry -> walk(entry, files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }
}
