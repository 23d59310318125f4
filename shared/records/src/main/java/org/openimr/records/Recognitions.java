package org.openimr.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.Pages;
import org.openimr.records.internal.RecognitionRows;

/** The text recognitions of uploads in the table. */
public final class Recognitions {
  private final Table table;

  /** Recognitions of a table. */
  public Recognitions(Table table) {
    this.table = table;
  }

  /** The recognition of an upload; empty where all its pages could be read. */
  public Optional<RecognitionRow> find(String upload) {
    return table.get(Keys.recognition(upload)).map(RecognitionRows::recognition);
  }

  /** Begins a recognition; refused where there is one. */
  public Commit open(RecognitionRow first) {
    return table.commit(List.of(new Write.Put(RecognitionRows.row(first), new Condition.Absent())));
  }

  /** Writes the row that follows, with what is to be told of it; refused where another one does. */
  public Commit write(RecognitionRow after, CaseEvent... events) {
    var before = new Condition.AttributeIs("version", new Value.Whole(after.version() - 1));
    var writes = new ArrayList<Write>();
    writes.add(new Write.Put(RecognitionRows.row(after), before));
    List.of(events).forEach(event -> writes.add(Cases.put(event)));
    return table.commit(writes);
  }

  /** Open recognitions that nobody has touched since a time, the longest untouched first. */
  public List<RecognitionRow> openSince(Instant time) {
    return IntStream.range(0, Keys.SHARDS)
        .mapToObj(shard -> RecognitionRows.OPEN + "#" + shard)
        .flatMap(
            partition ->
                Pages.all(after -> table.query(Index.BY_STATUS, partition, after, Pages.SIZE))
                    .stream())
        .map(RecognitionRows::recognition)
        .filter(recognition -> !recognition.touchedAt().isAfter(time))
        .sorted(Comparator.comparing(RecognitionRow::touchedAt))
        .toList();
  }
}
