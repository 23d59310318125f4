package org.openimr.records.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a function's zip holds, against what was reviewed: {@code jars.txt} beside its pom, one jar
 * a line. Run in the function's folder.
 *
 * @param jars under {@code lib/}, in the order of names
 * @param handler whether the handler's class is at its place from the root
 * @param underLimit whether it has less than 25 MB, the project's limit of a package
 */
public record FunctionPackage(List<String> jars, boolean handler, boolean underLimit) {
  private static final long LIMIT_BYTES = 25_000_000;

  private static final String LIB = "lib/";

  /** What was reviewed. */
  public static FunctionPackage reviewed() throws IOException {
    try (var lines = Files.lines(Path.of("jars.txt"))) {
      return new FunctionPackage(
          lines.filter(line -> !line.isBlank() && !line.startsWith("#")).sorted().toList(),
          true,
          true);
    }
  }

  /** What was built. */
  public static FunctionPackage built(String function) throws IOException {
    var zip = Path.of("target", function + ".zip");
    String name = Character.toUpperCase(function.charAt(0)) + function.substring(1) + "Handler";
    try (var file = new ZipFile(zip.toFile())) {
      return new FunctionPackage(
          file.stream()
              .map(ZipEntry::getName)
              .filter(entry -> entry.startsWith(LIB) && entry.endsWith(".jar"))
              .map(entry -> entry.substring(LIB.length()))
              .sorted()
              .toList(),
          file.getEntry("org/openimr/" + function + "/" + name + ".class") != null,
          Files.size(zip) < LIMIT_BYTES);
    }
  }
}
