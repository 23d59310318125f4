package org.openimr.cloud;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.cloud.internal.delivery.FailureDestination;
import org.openimr.cloud.internal.delivery.Inbox;
import org.openimr.cloud.internal.delivery.Invocation;
import org.openimr.cloud.internal.delivery.Polling;
import org.openimr.cloud.internal.delivery.QueuePump;
import org.openimr.cloud.internal.delivery.Shard;
import org.openimr.cloud.internal.delivery.StreamPump;
import org.openimr.cloud.internal.delivery.Workers;

/**
 * Brings a cloud's events to functions as Lambda does: at least once, in batches; messages of the
 * queue in any order, changes of the table in order per partition key; what fails again and again
 * goes to the queue's dead letters, or to {@code failed/} in the derived bucket. Two functions, or
 * two shards of one, may run at once.
 */
public final class Delivery implements AutoCloseable {
  private final Workers workers;

  private Delivery(Workers workers) {
    this.workers = workers;
  }

  static Delivery of(
      Cloud cloud,
      Inbox inbox,
      Function<StreamConsumer, List<Shard>> shards,
      Consumers consumers,
      Optional<Polling> polling) {
    Workers workers = new Workers(polling);
    EventObserver observer = consumers.observer();
    consumers
        .queue()
        .ifPresent(
            queue ->
                workers.add(
                    new QueuePump(inbox, queue, new Invocation(queue.name(), observer), workers)));
    for (StreamConsumer consumer : consumers.stream()) {
      FailureDestination failures =
          new FailureDestination(cloud.objects(), cloud.settings().derived(), consumer.name());
      Invocation invocation = new Invocation(consumer.name(), observer);
      shards
          .apply(consumer)
          .forEach(
              shard -> workers.add(new StreamPump(shard, consumer, invocation, workers, failures)));
    }
    return new Delivery(workers);
  }

  /**
   * Delivers until nothing is in flight or waiting, and returns. What fails is tried again at once.
   *
   * @throws org.openimr.records.CloudFault if the queue or the stream could not be read
   */
  public void drain() {
    workers.drain();
  }

  /** Delivers from now on, in the background, until closed; what fails waits before a retry. */
  public void run() {
    workers.run();
  }

  /** Ends after the invocations in flight. */
  @Override
  public void close() {
    workers.close();
  }
}
