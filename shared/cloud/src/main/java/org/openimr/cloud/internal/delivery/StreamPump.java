package org.openimr.cloud.internal.delivery;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.cloud.StreamConsumer;

/**
 * Shard to function: changes in order, those that the filter lets through; after a failure the
 * batch is halved until the change that fails is alone, and after its last attempt that one goes to
 * the failure destination and the shard goes on.
 */
public final class StreamPump implements Pump {
  /** Changes read at once, before the filter. */
  private static final int WINDOW = 100;

  private static final int BATCH = 10;

  /** As the template sets it for AWS: the first attempt and five more. */
  private static final int MOST_ATTEMPTS = 6;

  private final Shard shard;
  private final StreamConsumer consumer;
  private final Invocation invocation;
  private final RetryDelay retryDelay;
  private final GivenUp destination;
  private int batchSize = BATCH;
  private int attempts;

  /** Takes a change that was tried too often. */
  public interface GivenUp {
    /** Keeps it. */
    void accept(String shardId, DynamodbStreamRecord change, int attempts);
  }

  /** A pump of a shard. */
  public StreamPump(
      Shard shard,
      StreamConsumer consumer,
      Invocation invocation,
      RetryDelay retryDelay,
      GivenUp destination) {
    this.shard = shard;
    this.consumer = consumer;
    this.invocation = invocation;
    this.retryDelay = retryDelay;
    this.destination = destination;
  }

  @Override
  public void onArrival(Runnable listener) {
    shard.onArrival(listener);
  }

  @Override
  public Step step() {
    List<DynamodbStreamRecord> read = shard.read(WINDOW);
    if (read.isEmpty()) {
      return new Step.Idle();
    }
    List<DynamodbStreamRecord> batch = read.stream().filter(this::wanted).limit(batchSize).toList();
    if (batch.isEmpty()) {
      shard.advance(number(read.getLast()));
      return new Step.Worked();
    }
    int done = done(batch);
    if (done > 0) {
      shard.advance(number(batch.get(done - 1)));
      attempts = 0;
    }
    if (done == batch.size()) {
      batchSize = BATCH;
      return new Step.Worked();
    }
    return retry(batch.get(done), batch.size() - done);
  }

  private boolean wanted(DynamodbStreamRecord change) {
    Map<String, AttributeValue> image = change.getDynamodb().getNewImage();
    return image != null && consumer.rows().stream().anyMatch(rows -> matches(rows, image));
  }

  private static boolean matches(StreamConsumer.RowFilter rows, Map<String, AttributeValue> image) {
    return text(image, "sk")
        .filter(key -> text(image, "state").filter(state -> rows.matches(key, state)).isPresent())
        .isPresent();
  }

  private static Optional<String> text(Map<String, AttributeValue> image, String name) {
    return Optional.ofNullable(image.get(name)).map(AttributeValue::getS);
  }

  private static String number(DynamodbStreamRecord change) {
    return change.getDynamodb().getSequenceNumber();
  }

  /** How many changes of a batch are done: those before the first that the function names. */
  private int done(List<DynamodbStreamRecord> batch) {
    DynamodbEvent event = new DynamodbEvent();
    event.setRecords(batch);
    Optional<StreamsEventResponse> answer = invocation.call(consumer.handler(), event);
    if (answer.isEmpty()) {
      return 0;
    }
    List<StreamsEventResponse.BatchItemFailure> failures = answer.get().getBatchItemFailures();
    return failures == null || failures.isEmpty() ? batch.size() : firstFailed(batch, failures);
  }

  /** The whole batch failed where a name is not in it, as Lambda has it. */
  private static int firstFailed(
      List<DynamodbStreamRecord> batch, List<StreamsEventResponse.BatchItemFailure> failures) {
    List<String> numbers = batch.stream().map(StreamPump::number).toList();
    int first =
        failures.stream()
            .mapToInt(failure -> numbers.indexOf(failure.getItemIdentifier()))
            .min()
            .orElse(0);
    return Math.max(first, 0);
  }

  private Step retry(DynamodbStreamRecord first, int left) {
    if (left > 1) {
      batchSize = Math.max(1, left / 2);
      return new Step.Failed(retryDelay.after(1));
    }
    attempts++;
    if (attempts < MOST_ATTEMPTS) {
      return new Step.Failed(retryDelay.after(attempts));
    }
    destination.accept(shard.id(), first, attempts);
    invocation.observer().gaveUp(consumer.name());
    shard.advance(number(first));
    attempts = 0;
    return new Step.Worked();
  }
}
