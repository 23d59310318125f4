package org.openimr.api;

import java.util.List;
import java.util.Optional;
import org.openimr.records.Commit;
import org.openimr.records.Index;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.RowPage;
import org.openimr.records.Table;
import org.openimr.records.Write;

/** A table in which somebody else does something just before the first transaction. */
final class Between implements Table {
  private final Table table;
  private final Runnable somebody;
  private boolean done;

  Between(Table table, Runnable somebody) {
    this.table = table;
    this.somebody = somebody;
  }

  @Override
  public Optional<Row> get(Key key) {
    return table.get(key);
  }

  @Override
  public RowPage query(String partition, String prefix, Optional<Key> after, int limit) {
    return table.query(partition, prefix, after, limit);
  }

  @Override
  public RowPage query(Index index, String partition, Optional<Key> after, int limit) {
    return table.query(index, partition, after, limit);
  }

  @Override
  public Commit commit(List<Write> writes) {
    if (!done) {
      done = true;
      somebody.run();
    }
    return table.commit(writes);
  }
}
