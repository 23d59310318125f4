package org.openimr.records.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.records.Commit;
import org.openimr.records.Condition;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.Table;
import org.openimr.records.Value;
import org.openimr.records.Write;

/**
 * Writes the rows of a revision before the head points at them, in as many transactions as they
 * need. A marker row names the content that is being written: two functions that cut the same
 * revision from different uploads would mix their rows, so each batch, and the head's own
 * transaction after them, asks that the marker is still the writer's own.
 */
public final class RevisionRows {
  /** DynamoDB's limit of a transaction is 100. */
  private static final int WRITES = 100;

  private final Table table;

  /** Rows of a table. */
  public RevisionRows(Table table) {
    this.table = table;
  }

  /**
   * Writes rows.
   *
   * @param content hash of what the rows are derived from
   * @return what the head's transaction must ask; empty where another writer took over
   */
  public Optional<Write> write(Key marker, String content, List<Row> rows) {
    var mine = new Condition.AttributeIs("content", new Value.Text(content));
    var check = new Write.Check(marker, mine);
    Write first =
        new Write.Put(
            new Attributes().text("content", content).row(marker), new Condition.Always());
    int from = 0;
    do {
      int to = Math.min(rows.size(), from + WRITES - 1);
      var batch = new ArrayList<Write>();
      batch.add(from == 0 ? first : check);
      rows.subList(from, to).forEach(row -> batch.add(put(row)));
      if (table.commit(batch) == Commit.REFUSED) {
        return Optional.empty();
      }
      from = to;
    } while (from < rows.size());
    return Optional.of(check);
  }

  private static Write put(Row row) {
    return new Write.Put(RowSize.checked(row), new Condition.Always());
  }
}
