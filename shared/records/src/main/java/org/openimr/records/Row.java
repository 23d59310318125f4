package org.openimr.records;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of the table, under 32 KB.
 *
 * @param attributes by name, without the key's
 */
public record Row(Key key, SortedMap<String, Value> attributes) {
  /** Copies the map. */
  public Row {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** A row of attributes in any order. */
  public static Row of(Key key, Map<String, Value> attributes) {
    return new Row(key, new TreeMap<>(attributes));
  }
}
