package org.openimr.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openimr.casefile.UploadState;
import org.openimr.records.internal.Keys;
import org.openimr.records.internal.Pages;
import org.openimr.records.internal.RowSize;
import org.openimr.records.internal.UploadRows;

/** The uploads in the table, each by itself and in the list of its case. */
public final class Uploads {
  private final Table table;

  /** Uploads of a table. */
  public Uploads(Table table) {
    this.table = table;
  }

  /** An upload by its id. */
  public Optional<UploadRow> find(String id) {
    return table.get(Keys.upload(id)).map(UploadRows::upload);
  }

  /** Notes an upload that has not been seen before. */
  public Commit receive(UploadRow upload) {
    return table.commit(
        List.of(new Write.Put(RowSize.checked(UploadRows.own(upload)), new Condition.Absent())));
  }

  /** Writes the row that follows; refused where another one does already. */
  public Commit write(UploadRow after) {
    return table.commit(writes(after));
  }

  /** Uploads of no case, which staff must give to one; oldest first within each shard. */
  public List<UploadRow> unassigned() {
    return listed(UploadRows.UNASSIGNED);
  }

  /** Uploads on which nothing has been decided since a time. */
  public List<UploadRow> waitingSince(Instant time) {
    return listed(UploadRows.WAITING).stream()
        .filter(upload -> !upload.receivedAt().isAfter(time))
        .toList();
  }

  private List<UploadRow> listed(String list) {
    return IntStream.range(0, Keys.SHARDS)
        .mapToObj(shard -> list + "#" + shard)
        .flatMap(
            partition ->
                Pages.all(after -> table.query(Index.BY_STATUS, partition, after, Pages.SIZE))
                    .stream())
        .map(UploadRows::upload)
        .toList();
  }

  /** The writes of an upload's next row, on the version before it. A precedent is of no case. */
  static List<Write> writes(UploadRow after) {
    var before = new Condition.AttributeIs("version", new Value.Whole(after.version() - 1));
    var writes = new ArrayList<Write>();
    writes.add(new Write.Put(RowSize.checked(UploadRows.own(after)), before));
    after
        .caseNumber()
        .filter(number -> after.state() != UploadState.PRECEDENT)
        .map(number -> RowSize.checked(UploadRows.ofCase(number, after)))
        .ifPresent(row -> writes.add(new Write.Put(row, new Condition.Always())));
    return writes;
  }
}
