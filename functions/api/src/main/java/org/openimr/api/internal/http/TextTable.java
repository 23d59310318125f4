package org.openimr.api.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table in a resource: a row a line, without empty lines and lines that begin with a hash. */
public final class TextTable {
  private TextTable() {}

  /** The rows. */
  public static List<String> rows(String resource) {
    try (InputStream in =
        Objects.requireNonNull(TextTable.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException failed) {
      throw new IllegalStateException(resource + " is in the package", failed);
    }
  }
}
