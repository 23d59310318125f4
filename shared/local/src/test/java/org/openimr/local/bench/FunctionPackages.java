package org.openimr.local.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The functions' packages, unpacked as Lambda unpacks them, and the JVM that runs one. */
final class FunctionPackages {
  private final Map<Function, Path> folders = new EnumMap<>(Function.class);

  FunctionPackages(Path scratch) throws IOException {
    for (Function function : Function.values()) {
      Path zip =
          Samples.root()
              .resolve("functions")
              .resolve(function.title())
              .resolve("target")
              .resolve(function.title() + ".zip");
      folders.put(function, unpacked(zip, scratch.resolve(function.title())));
    }
  }

  private static Path unpacked(Path zip, Path folder) throws IOException {
    try (var file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().filter(entry -> !entry.isDirectory()).toList()) {
        Path to = folder.resolve(entry.getName()).normalize();
        Files.createDirectories(Optional.ofNullable(to.getParent()).orElse(folder));
        try (var bytes = file.getInputStream(entry)) {
          Files.copy(bytes, to);
        }
      }
    }
    return folder;
  }

  /**
   * The start of a command line: a JVM as Lambda starts it.
   *
   * @param pure without the SDK's default HTTP client, as the package is
   */
  List<String> java(Function function, boolean pure) throws IOException {
    var path = new ArrayList<String>();
    Path folder = Objects.requireNonNull(folders.get(function));
    path.add(folder.toString());
    try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
      jars.sorted().map(Path::toString).forEach(path::add);
    }
    path.addAll(onOwnPath("test-classes"));
    if (!pure) {
      path.addAll(onOwnPath("apache5-client"));
      path.addAll(onOwnPath("httpclient5"));
      path.addAll(onOwnPath("httpcore5"));
    }
    return new ArrayList<>(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            String.join(File.pathSeparator, path)));
  }

  /** Entries of this JVM's class path whose file name starts so. */
  static List<String> onOwnPath(String start) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> new File(entry).getName().startsWith(start))
        .toList();
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
