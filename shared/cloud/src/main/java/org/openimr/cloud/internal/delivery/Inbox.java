package org.openimr.cloud.internal.delivery;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.List;

/** A queue as Lambda's poller sees it. */
public interface Inbox {
  /** Takes messages out of sight; none where none is in sight. */
  List<SQSMessage> receive(int limit);

  /** Ends a message. */
  void delete(SQSMessage message);

  /** Lets a message be received again after a delay. */
  void release(SQSMessage message, Duration delay);

  /** Has a listener called when a message comes; a source that cannot tell never calls it. */
  void onArrival(Runnable listener);
}
