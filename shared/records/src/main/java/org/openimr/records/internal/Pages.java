package org.openimr.records.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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
    return whilst(query, _ -> true);
  }

  /** The rows before the first of which a predicate does not hold; no page after it is read. */
  public static List<Row> whilst(Function<Optional<Key>, RowPage> query, Predicate<Row> holds) {
    var rows = new ArrayList<Row>();
    Optional<Key> after = Optional.empty();
    do {
      var page = query.apply(after);
      var taken = page.rows().stream().takeWhile(holds).toList();
      rows.addAll(taken);
      after = taken.size() == page.rows().size() ? page.next() : Optional.empty();
    } while (after.isPresent());
    return rows;
  }
}
