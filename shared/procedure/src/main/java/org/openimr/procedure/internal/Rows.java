package org.openimr.procedure.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads tables of this package: a line is a row, {@code |} parts its cells, {@code #} comments. */
public final class Rows {
  private Rows() {}

  /** The lines that are neither blank nor comments. */
  public static List<String> lines(String resource) {
    try (InputStream stream = Rows.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * The rows of a table.
   *
   * @throws IllegalStateException if a row has another number of cells
   */
  public static List<List<String>> of(String resource, int cells) {
    return lines(resource).stream()
        .filter(line -> line.contains("|"))
        .map(line -> cells(resource, line, cells))
        .toList();
  }

  /** Whether a cell says that a person has held the row against its source. */
  public static boolean verified(String cell) {
    return switch (cell) {
      case "verified" -> true;
      case "unverified" -> false;
      default -> throw new IllegalStateException(cell + " is neither verified nor unverified");
    };
  }

  private static List<String> cells(String resource, String line, int cells) {
    var row = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (row.size() != cells) {
      throw new IllegalStateException(resource + ": not " + cells + " cells: " + line);
    }
    return row;
  }
}
