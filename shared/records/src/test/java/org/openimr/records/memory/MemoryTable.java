package org.openimr.records.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
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

/** A table in memory. */
public final class MemoryTable implements Table {
  private final SortedMap<Key, Row> rows =
      new TreeMap<>(Comparator.comparing(Key::partition).thenComparing(Key::sort));

  /** Everything in it. */
  public synchronized List<Row> rows() {
    return List.copyOf(rows.values());
  }

  @Override
  public synchronized Optional<Row> get(Key key) {
    return Optional.ofNullable(rows.get(key));
  }

  @Override
  public synchronized Commit commit(List<Write> writes) {
    if (writes.isEmpty()
        || writes.size() > 100
        || writes.stream().map(Write::key).distinct().count() < writes.size()) {
      throw new IllegalArgumentException("1 to 100 writes, each of another key");
    }
    if (!writes.stream().allMatch(this::holds)) {
      return Commit.REFUSED;
    }
    for (Write write : writes) {
      switch (write) {
        case Write.Put(Row row, Condition _) -> rows.put(row.key(), row);
        case Write.Delete(Key key, Condition _) -> rows.remove(key);
        case Write.Check(Key _, Condition _) -> {}
      }
    }
    return Commit.DONE;
  }

  private boolean holds(Write write) {
    var row = Optional.ofNullable(rows.get(write.key()));
    return switch (write.condition()) {
      case Condition.Always() -> true;
      case Condition.Absent() -> row.isEmpty();
      case Condition.AttributeIs(String name, Value value) ->
          row.filter(there -> value.equals(there.attributes().get(name))).isPresent();
    };
  }

  @Override
  public synchronized RowPage query(
      String partition, String sortPrefix, Optional<Key> after, int limit) {
    return page(
        rows.values().stream()
            .filter(row -> row.key().partition().equals(partition))
            .filter(row -> row.key().sort().startsWith(sortPrefix))
            .filter(row -> after.filter(key -> order(row.key(), key) <= 0).isEmpty()),
        Row::key,
        limit);
  }

  private static int order(Key one, Key other) {
    return one.sort().compareTo(other.sort());
  }

  @Override
  public synchronized RowPage query(Index index, String partition, Optional<Key> after, int limit) {
    Comparator<IndexPosition> order =
        Comparator.comparing(IndexPosition::sort)
            .thenComparing(position -> position.row().partition());
    var start = after.map(IndexPosition::of);
    return page(
        rows.values().stream()
            .filter(row -> text(row, index.partitionAttribute()).equals(Optional.of(partition)))
            .filter(row -> text(row, index.sortAttribute()).isPresent())
            .sorted(Comparator.comparing(row -> position(index, row), order))
            .filter(
                row ->
                    start.filter(from -> order.compare(position(index, row), from) <= 0).isEmpty()),
        row -> position(index, row).toKey(),
        limit);
  }

  private static IndexPosition position(Index index, Row row) {
    return new IndexPosition(row.key(), text(row, index.sortAttribute()).orElseThrow());
  }

  private static Optional<String> text(Row row, String attribute) {
    return row.attributes().get(attribute) instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static RowPage page(Stream<Row> found, Function<Row, Key> position, int limit) {
    var rest = found.toList();
    var page = rest.subList(0, Math.min(limit, rest.size()));
    return new RowPage(
        page,
        page.size() < rest.size() ? Optional.of(position.apply(page.getLast())) : Optional.empty());
  }
}
