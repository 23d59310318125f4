package org.openimr.cloud.internal.store;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.openimr.cloud.internal.delivery.Shard;
import org.openimr.records.Row;

/**
 * The changes of the table, in order per partition key, kept until every consumer has had them. A
 * consumer's position is in the store: after a restart it goes on where it was.
 */
public final class EmbeddedStream {
  private static final int SHARDS = 4;

  private final Vault vault;
  private final InstantSource clock;
  private final MVMap<byte[], byte[]> changes;
  private final MVMap<byte[], byte[]> positions;
  private final List<List<Runnable>> listeners =
      IntStream.range(0, SHARDS)
          .<List<Runnable>>mapToObj(_ -> new CopyOnWriteArrayList<>())
          .toList();

  /** The stream of a store; the clock dates the changes. */
  public EmbeddedStream(Vault vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
    this.changes = vault.map("changes");
    this.positions = vault.map("positions");
  }

  /** Within a write of the table: adds a change, and its shard to those to announce. */
  void append(ChangeKind kind, Row row, Set<Integer> shards) {
    if (kind == ChangeKind.NONE) {
      return;
    }
    int shard = Math.floorMod(row.key().partition().hashCode(), SHARDS);
    long millis = clock.millis();
    changes.put(
        Bytes.key(shardKey(shard), vault.next()),
        Bytes.write(
            out -> {
              out.writeUTF(kind.name());
              out.writeLong(millis);
              RowBytes.write(out, row);
            }));
    shards.add(shard);
  }

  private static byte[] shardKey(int shard) {
    return new byte[] {(byte) shard};
  }

  /** After the write: wakes the shards' consumers. */
  void announce(Set<Integer> shards) {
    shards.forEach(shard -> listeners.get(shard).forEach(Runnable::run));
  }

  /** Says who the consumers are; changes that all of them have had are dropped. */
  public void consumers(Set<String> names) {
    vault.write(
        "RegisterConsumers",
        () -> {
          List<byte[]> gone = new ArrayList<>();
          positions
              .keyIterator(null)
              .forEachRemaining(
                  key -> {
                    if (names.stream().noneMatch(name -> isOf(key, name))) {
                      gone.add(key);
                    }
                  });
          gone.forEach(positions::remove);
          names.forEach(
              name ->
                  IntStream.range(0, SHARDS)
                      .forEach(
                          shard -> positions.putIfAbsent(positionKey(name, shard), Bytes.key(0))));
          return names;
        });
  }

  private static boolean isOf(byte[] positionKey, String consumer) {
    return Bytes.startsWith(positionKey, Bytes.key(consumer, ""));
  }

  private static byte[] positionKey(String consumer, int shard) {
    return Bytes.key(consumer, Integer.toString(shard));
  }

  /** The shards as a consumer reads them. */
  public List<Shard> shards(String consumer) {
    return IntStream.range(0, SHARDS)
        .<Shard>mapToObj(shard -> new Reader(consumer, shard))
        .toList();
  }

  private long position(byte[] key) {
    return Optional.ofNullable(positions.get(key)).map(Bytes::number).orElse(0L);
  }

  private void advance(String consumer, int shard, long to) {
    vault.write(
        "Checkpoint",
        () -> {
          positions.put(positionKey(consumer, shard), Bytes.key(to));
          trim(shard);
          return to;
        });
  }

  private void trim(int shard) {
    long[] least = {Long.MAX_VALUE};
    var entries = positions.cursor(null);
    byte[] suffix = Bytes.key("", Integer.toString(shard));
    while (entries.hasNext()) {
      byte[] key = entries.next();
      if (key[key.length - 1] == suffix[suffix.length - 1]) {
        least[0] = Math.min(least[0], Bytes.number(entries.getValue()));
      }
    }
    byte[] first = changes.ceilingKey(shardKey(shard));
    while (first != null && first[0] == shard && Bytes.number(first) <= least[0]) {
      changes.remove(first);
      first = changes.higherKey(first);
    }
  }

  /** One consumer's way through one shard. */
  private final class Reader implements Shard {
    private final String consumer;
    private final int shard;

    Reader(String consumer, int shard) {
      this.consumer = consumer;
      this.shard = shard;
    }

    @Override
    public String id() {
      return "shardId-" + shard;
    }

    @Override
    public List<DynamodbStreamRecord> read(int limit) {
      List<DynamodbStreamRecord> records = new ArrayList<>();
      long after = position(positionKey(consumer, shard));
      var entries = changes.cursor(Bytes.key(shardKey(shard), after + 1));
      while (entries.hasNext() && records.size() < limit) {
        byte[] key = entries.next();
        if (key[0] != shard) {
          break;
        }
        records.add(StreamRecords.read(Bytes.number(key), entries.getValue()));
      }
      return records;
    }

    @Override
    public void advance(String sequenceNumber) {
      EmbeddedStream.this.advance(consumer, shard, Long.parseLong(sequenceNumber));
    }

    @Override
    public void onArrival(Runnable listener) {
      listeners.get(shard).add(listener);
    }
  }
}
