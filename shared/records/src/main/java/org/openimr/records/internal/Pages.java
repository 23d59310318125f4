package org.openimr.records.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.RowPage;

/** Reads a query to its last page. */
public final class Pages {
  /** Rows of a page. */
  public static final int SIZE = 500;

  private Pages() {}

  /** All rows, in order. */
  public static List<Row> all(Function<Optional<Key>, RowPage> query) {
    var rows = new ArrayList<Row>();
    Optional<Key> after = Optional.empty();
    do {
      var page = query.apply(after);
      rows.addAll(page.rows());
      after = page.next();
    } while (after.isPresent());
    return rows;
  }
}
