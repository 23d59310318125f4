package org.openimr.cloud.internal.emulator;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openimr.cloud.internal.delivery.Shard;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * The stream of a table in an emulator, read as one sequence from its oldest change: a shard is
 * begun when its parent is done, so changes of a key keep their order. The position is not kept:
 * another process reads all that the stream still has, as its handlers must bear.
 */
public final class EmulatorStream implements Shard {
  private final DynamoDbStreamsClient client;
  private final String streamArn;
  private final Map<String, String> iterators = new LinkedHashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final List<DynamodbStreamRecord> ahead = new ArrayList<>();

  /** The stream of a name. */
  public EmulatorStream(DynamoDbStreamsClient client, String streamArn) {
    this.client = client;
    this.streamArn = streamArn;
  }

  @Override
  public String id() {
    return "stream";
  }

  @Override
  public List<DynamodbStreamRecord> read(int limit) {
    if (ahead.isEmpty()) {
      EmulatorQueue.call("GetRecords", () -> fill(limit));
    }
    return List.copyOf(ahead.subList(0, Math.min(limit, ahead.size())));
  }

  private boolean fill(int limit) {
    for (String shard : List.copyOf(iterators.keySet())) {
      if (fill(shard, limit)) {
        return true;
      }
    }
    return begin() && fill(limit);
  }

  private boolean fill(String shard, int limit) {
    String iterator = iterators.get(shard);
    GetRecordsResponse answer = client.getRecords(r -> r.shardIterator(iterator).limit(limit));
    if (answer.nextShardIterator() == null) {
      iterators.remove(shard);
    } else {
      iterators.put(shard, answer.nextShardIterator());
    }
    answer.records().forEach(change -> ahead.add(EmulatorRecords.of(streamArn, change)));
    return !ahead.isEmpty();
  }

  /** Begins shards whose parent is done or gone; says whether there are any. */
  private boolean begin() {
    StreamDescription stream =
        client.describeStream(r -> r.streamArn(streamArn)).streamDescription();
    Set<String> known = new HashSet<>();
    stream.shards().forEach(shard -> known.add(shard.shardId()));
    boolean any = false;
    for (var shard : stream.shards()) {
      String parent = shard.parentShardId();
      boolean free =
          parent == null
              || !known.contains(parent)
              || (begun.contains(parent) && !iterators.containsKey(parent));
      if (free && begun.add(shard.shardId())) {
        iterators.put(shard.shardId(), oldest(shard.shardId()));
        any = true;
      }
    }
    return any;
  }

  private String oldest(String shard) {
    return client
        .getShardIterator(
            r ->
                r.streamArn(streamArn)
                    .shardId(shard)
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
        .shardIterator();
  }

  @Override
  public void advance(String sequenceNumber) {
    while (!ahead.isEmpty()) {
      String number = ahead.removeFirst().getDynamodb().getSequenceNumber();
      if (number.equals(sequenceNumber)) {
        return;
      }
    }
  }

  @Override
  public void onArrival(Runnable listener) {
    // DynamoDB has no way to tell: the stream is polled.
  }
}
