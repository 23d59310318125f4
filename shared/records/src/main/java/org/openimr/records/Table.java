package org.openimr.records;

import java.util.List;
import java.util.Optional;

/**
 * The table of cases and uploads: DynamoDB on AWS, a map on a desk. Safe for threads.
 *
 * <p>Every method throws {@link CloudFault} where the service did not answer, throttled, or failed:
 * the caller may repeat the call.
 */
public interface Table {
  /** The row of a key as of all writes before the call. */
  Optional<Row> get(Key key);

  /**
   * All writes, or none.
   *
   * @param writes 1 to 100, each of another key
   */
  Commit commit(List<Write> writes);

  /**
   * Rows of a partition whose sort key begins with a prefix, in the order of sort keys (UTF-8
   * bytes), as of all writes before the call.
   *
   * @param after the {@code next} of the page before
   * @param limit 1 to 1,000
   */
  RowPage query(String partition, String sortPrefix, Optional<Key> after, int limit);

  /**
   * Whole rows of a partition of an index, in the order of its sort attribute; may lag behind
   * writes. A row whose indexed attributes changed between two pages may be seen twice or not at
   * all.
   */
  RowPage query(Index index, String partition, Optional<Key> after, int limit);
}
