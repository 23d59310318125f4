package org.openimr.documents.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The data files of this module. */
public final class Resources {
  private Resources() {}

  /** The lines of a data file without empty ones and comments. */
  public static List<String> lines(String path) {
    return text(path).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  /** A data file as text. */
  public static String text(String path) {
    try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
