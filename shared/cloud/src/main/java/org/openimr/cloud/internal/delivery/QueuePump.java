package org.openimr.cloud.internal.delivery;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openimr.cloud.QueueConsumer;

/**
 * Queue to function: batches of up to ten, and only what failed is received again, until the queue
 * itself gives it up.
 */
public final class QueuePump implements Pump {
  /** Receipts before the queue moves a message to the dead letters, as the template sets it. */
  public static final int MOST_RECEIPTS = 5;

  private static final int BATCH = 10;

  private final Inbox inbox;
  private final QueueConsumer consumer;
  private final Invocation invocation;
  private final RetryDelay retryDelay;

  /** A pump of a queue. */
  public QueuePump(
      Inbox inbox, QueueConsumer consumer, Invocation invocation, RetryDelay retryDelay) {
    this.inbox = inbox;
    this.consumer = consumer;
    this.invocation = invocation;
    this.retryDelay = retryDelay;
  }

  @Override
  public void onArrival(Runnable listener) {
    inbox.onArrival(listener);
  }

  @Override
  public Step step() {
    List<SQSMessage> messages = inbox.receive(BATCH);
    if (messages.isEmpty()) {
      return new Step.Idle();
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    Set<String> failed = failed(messages, invocation.call(consumer.handler(), event));
    messages.stream().filter(message -> !failed.contains(id(message))).forEach(inbox::delete);
    Duration delay = Duration.ZERO;
    for (SQSMessage message : messages) {
      if (failed.contains(id(message))) {
        delay = retryDelay.after(receipts(message));
        inbox.release(message, delay);
        tellIfLast(message);
      }
    }
    return failed.isEmpty() ? new Step.Worked() : new Step.Failed(delay);
  }

  private void tellIfLast(SQSMessage message) {
    if (receipts(message) >= MOST_RECEIPTS) {
      invocation.observer().gaveUp(consumer.name());
    }
  }

  private static String id(SQSMessage message) {
    return message.getMessageId();
  }

  private static int receipts(SQSMessage message) {
    return Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1"));
  }

  /** An exception, or an identifier that is not in the batch, fails all of it, as Lambda has it. */
  private static Set<String> failed(List<SQSMessage> batch, Optional<SQSBatchResponse> answer) {
    Set<String> all = batch.stream().map(QueuePump::id).collect(Collectors.toSet());
    Set<String> failed =
        answer
            .map(SQSBatchResponse::getBatchItemFailures)
            .map(
                failures ->
                    failures.stream()
                        .map(BatchItemFailure::getItemIdentifier)
                        .collect(Collectors.toSet()))
            .orElse(all);
    return all.containsAll(failed) ? failed : all;
  }
}
