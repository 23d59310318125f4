package org.openimr.casefile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How sure an engine was of the text that it recognised in pages that are only pictures.
 *
 * @param pages numbers of these pages, from 1, each with the engine's confidence in the page's
 *     lines in their order, 0 to 100; never empty
 */
public record Recognition(SortedMap<Integer, List<Integer>> pages) {
  /**
   * From here on a passage counts as read; what is below is a guess that a person must confirm.
   * Engines put clean print at 90 and above; at 80 about one word in ten of a line is wrong.
   */
  public static final int SURE = 80;

  /** Copies the map. */
  public Recognition {
    var copy = new TreeMap<Integer, List<Integer>>();
    pages.forEach((page, lines) -> copy.put(page, List.copyOf(lines)));
    pages = Collections.unmodifiableSortedMap(copy);
  }

  /** Of pages; empty where none was recognised. */
  public static Optional<Recognition> of(Map<Integer, List<Integer>> pages) {
    return pages.isEmpty() ? Optional.empty() : Optional.of(new Recognition(new TreeMap<>(pages)));
  }

  /** The confidence in a line; empty where the file itself had its text. Both count from 1. */
  public Optional<Integer> of(int page, int line) {
    List<Integer> lines = pages.getOrDefault(page, List.of());
    return line <= lines.size() ? Optional.of(lines.get(line - 1)) : Optional.empty();
  }

  /**
   * What of it falls into a part of the text, by the part's own count of pages.
   *
   * @param first the page that the part begins on
   * @param line the line of that page that it begins with, from 1
   * @param last the page that it ends on
   */
  public Optional<Recognition> part(int first, int line, int last) {
    var part = new TreeMap<Integer, List<Integer>>();
    pages
        .subMap(first, last + 1)
        .forEach(
            (page, lines) -> {
              int skipped = page == first ? Math.min(line - 1, lines.size()) : 0;
              part.put(page - first + 1, lines.subList(skipped, lines.size()));
            });
    return of(part);
  }

  /** Whether it has a line below {@link #SURE}. */
  public boolean unsure() {
    return pages.values().stream().flatMap(List::stream).anyMatch(line -> line < SURE);
  }
}
