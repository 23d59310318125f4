package org.openimr.cloud.internal.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;

/**
 * Where changes go that a function could not take: objects of the derived bucket under {@code
 * failed/}, with what Lambda's own destination says. The row itself is in the table.
 */
public record FailureDestination(ObjectStore objects, String bucket, String function)
    implements StreamPump.GivenUp {
  @Override
  public void accept(String shardId, DynamodbStreamRecord change, int attempts) {
    String number = change.getDynamodb().getSequenceNumber();
    ObjectNode failure = JsonNodeFactory.instance.objectNode();
    failure.put("version", "1.0");
    failure
        .putObject("requestContext")
        .put("functionArn", function)
        .put("condition", "RetryAttemptsExhausted")
        .put("approximateInvokeCount", attempts);
    ObjectNode batch = failure.putObject("DDBStreamBatchInfo");
    batch.put("shardId", shardId).put("startSequenceNumber", number);
    batch.put("endSequenceNumber", number).put("batchSize", 1);
    ObjectNode keys = failure.putObject("payload").put("eventID", change.getEventID());
    change.getDynamodb().getKeys().forEach((name, value) -> keys.put(name, value.getS()));
    objects.put(
        new ObjectName(bucket, "failed/" + function + "/" + shardId + "/" + number + ".json"),
        failure.toString().getBytes(UTF_8),
        "application/json");
  }
}
