package org.openimr.records;

/**
 * Where a page of an index ended. Travels as the {@link Key} of {@link RowPage#next}, so that a
 * page goes on even where its last row has left the index since.
 *
 * @param row the last row's key
 * @param sort its sort attribute in the index when it was read
 */
public record IndexPosition(Key row, String sort) {
  /** No sort key holds it: rows are named by printable text. */
  private static final char SEPARATOR = '\0';

  /** The position as a key to go on after. */
  public Key toKey() {
    return new Key(row.partition(), row.sort() + SEPARATOR + sort);
  }

  /**
   * The position of a key that {@link #toKey} made.
   *
   * @throws IllegalArgumentException if it made no such key
   */
  public static IndexPosition of(Key position) {
    int end = position.sort().indexOf(SEPARATOR);
    if (end < 0) {
      throw new IllegalArgumentException("not a position of an index");
    }
    return new IndexPosition(
        new Key(position.partition(), position.sort().substring(0, end)),
        position.sort().substring(end + 1));
  }
}
