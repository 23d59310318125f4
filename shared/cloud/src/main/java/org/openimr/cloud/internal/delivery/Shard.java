package org.openimr.cloud.internal.delivery;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.util.List;

/** A sequence of changes as one consumer reads it, from the oldest that it has not had. */
public interface Shard {
  /** Its name. */
  String id();

  /** The next changes after the position. */
  List<DynamodbStreamRecord> read(int limit);

  /** Moves the position past a change. */
  void advance(String sequenceNumber);

  /** Has a listener called when a change comes; a source that cannot tell never calls it. */
  void onArrival(Runnable listener);
}
