package org.openimr.cloud.internal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.openimr.records.Commit;
import org.openimr.records.Condition;
import org.openimr.records.Index;
import org.openimr.records.IndexPosition;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.RowPage;
import org.openimr.records.Table;
import org.openimr.records.Value;
import org.openimr.records.Write;

/** The table in the store, with its sparse indexes and its stream. */
public final class EmbeddedTable implements Table {
  private static final int MOST_WRITES = 100;

  private final Vault vault;
  private final EmbeddedStream stream;
  private final MVMap<byte[], byte[]> rows;
  private final Map<Index, MVMap<byte[], byte[]>> indexes = new EnumMap<>(Index.class);

  /** A table whose changes go to a stream. */
  public EmbeddedTable(Vault vault, EmbeddedStream stream) {
    this.vault = vault;
    this.stream = stream;
    this.rows = vault.map("rows");
    for (Index index : Index.values()) {
      indexes.put(index, vault.map("index." + index.tableName()));
    }
  }

  @Override
  public Optional<Row> get(Key key) {
    return row(bytes(key));
  }

  private Optional<Row> row(byte[] key) {
    return Optional.ofNullable(rows.get(key)).map(bytes -> Bytes.read(bytes, RowBytes::read));
  }

  private static byte[] bytes(Key key) {
    return Bytes.key(key.partition(), key.sort());
  }

  @Override
  public Commit commit(List<Write> writes) {
    Set<Key> keys = new HashSet<>();
    writes.forEach(write -> keys.add(write.key()));
    if (writes.isEmpty() || keys.size() < writes.size() || keys.size() > MOST_WRITES) {
      throw new IllegalArgumentException("a transaction has 1 to 100 writes, each of another key");
    }
    Set<Integer> shards = new HashSet<>();
    Commit commit = vault.write("TransactWriteItems", () -> writeAll(writes, shards));
    stream.announce(shards);
    return commit;
  }

  private Commit writeAll(List<Write> writes, Set<Integer> shards) {
    if (!writes.stream().allMatch(write -> holds(write.condition(), get(write.key())))) {
      return Commit.REFUSED;
    }
    for (Write write : writes) {
      switch (write) {
        case Write.Put(Row row, var _) -> stream.append(put(row), row, shards);
        case Write.Delete(Key key, var _) ->
            remove(key).ifPresent(old -> stream.append(ChangeKind.REMOVE, old, shards));
        case Write.Check(var _, var _) -> {
          // Only asks.
        }
      }
    }
    return Commit.DONE;
  }

  private static boolean holds(Condition condition, Optional<Row> row) {
    return switch (condition) {
      case Condition.Always() -> true;
      case Condition.Absent() -> row.isEmpty();
      case Condition.AttributeIs(var attribute, var value) ->
          row.isPresent() && value.equals(row.get().attributes().get(attribute));
    };
  }

  /** Readers come in between: nothing is taken away before what replaces it is there. */
  private ChangeKind put(Row row) {
    byte[] key = bytes(row.key());
    Optional<Row> old = row(key);
    indexes.forEach((index, map) -> indexed(index, row).ifPresent(at -> map.put(at, key)));
    rows.put(key, Bytes.write(out -> RowBytes.write(out, row)));
    old.ifPresent(
        before ->
            indexes.forEach(
                (index, map) ->
                    indexed(index, before)
                        .filter(at -> !isAt(index, row, at))
                        .ifPresent(map::remove)));
    if (old.isEmpty()) {
      return ChangeKind.INSERT;
    }
    return old.get().equals(row) ? ChangeKind.NONE : ChangeKind.MODIFY;
  }

  private Optional<Row> remove(Key key) {
    byte[] bytes = bytes(key);
    Optional<Row> old = row(bytes);
    old.ifPresent(
        row -> {
          rows.remove(bytes);
          indexes.forEach((index, map) -> indexed(index, row).ifPresent(map::remove));
        });
    return old;
  }

  /** Where a row is in an index; empty where it lacks an attribute of it. */
  private static Optional<byte[]> indexed(Index index, Row row) {
    if (row.attributes().get(index.partitionAttribute()) instanceof Value.Text(String partition)
        && row.attributes().get(index.sortAttribute()) instanceof Value.Text(String sort)) {
      return Optional.of(position(partition, new IndexPosition(row.key(), sort)));
    }
    return Optional.empty();
  }

  private static byte[] position(String partition, IndexPosition position) {
    Key row = position.row();
    return Bytes.key(partition, position.sort(), row.partition(), row.sort());
  }

  @Override
  public RowPage query(String partition, String sortPrefix, Optional<Key> after, int limit) {
    byte[] prefix = Bytes.key(partition, sortPrefix);
    List<Row> page = new ArrayList<>();
    var keys = rows.keyIterator(after.map(EmbeddedTable::bytes).orElse(prefix));
    while (keys.hasNext() && page.size() <= limit) {
      byte[] key = keys.next();
      if (!Bytes.startsWith(key, prefix)) {
        break;
      }
      row(key).filter(row -> after.filter(row.key()::equals).isEmpty()).ifPresent(page::add);
    }
    boolean more = page.size() > limit;
    List<Row> found = more ? page.subList(0, limit) : page;
    return new RowPage(found, more ? Optional.of(found.getLast().key()) : Optional.empty());
  }

  @Override
  public RowPage query(Index index, String partition, Optional<Key> after, int limit) {
    byte[] prefix = Bytes.key(partition, "");
    Optional<byte[]> start = after.map(key -> position(partition, IndexPosition.of(key)));
    List<Row> page = new ArrayList<>();
    var entries = indexOf(index).cursor(start.orElse(prefix));
    while (entries.hasNext() && page.size() <= limit) {
      byte[] at = entries.next();
      if (!Bytes.startsWith(at, prefix)) {
        break;
      }
      if (start.isEmpty() || !Arrays.equals(at, start.get())) {
        row(entries.getValue()).filter(row -> isAt(index, row, at)).ifPresent(page::add);
      }
    }
    boolean more = page.size() > limit;
    List<Row> found = more ? page.subList(0, limit) : page;
    return new RowPage(found, more ? Optional.of(after(index, found.getLast())) : Optional.empty());
  }

  /** A row may have moved in the index between the reading of the two. */
  private static boolean isAt(Index index, Row row, byte[] at) {
    return indexed(index, row).filter(now -> Arrays.equals(now, at)).isPresent();
  }

  private MVMap<byte[], byte[]> indexOf(Index index) {
    return Objects.requireNonNull(indexes.get(index));
  }

  private static Key after(Index index, Row row) {
    if (row.attributes().get(index.sortAttribute()) instanceof Value.Text(String sort)) {
      return new IndexPosition(row.key(), sort).toKey();
    }
    throw new IllegalStateException("an indexed row has its sort attribute");
  }
}
