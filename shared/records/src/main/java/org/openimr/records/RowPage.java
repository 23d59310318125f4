package org.openimr.records;

import java.util.List;
import java.util.Optional;

/**
 * A page of rows.
 *
 * @param next the key to go on after; empty on the last page
 */
public record RowPage(List<Row> rows, Optional<Key> next) {
  /** Copies the list. */
  public RowPage {
    rows = List.copyOf(rows);
  }
}
