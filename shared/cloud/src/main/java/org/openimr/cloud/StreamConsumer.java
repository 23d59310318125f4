package org.openimr.cloud;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.Set;

/**
 * A function that reads the table's stream: the new images of head rows ({@code sk} is {@code
 * CASE}) in certain states.
 *
 * @param name of the function; its position in the stream is kept under it
 * @param states what the row says of itself where it is meant
 * @param handler may be called for two shards at once, never for one
 */
public record StreamConsumer(
    String name, Set<String> states, RequestHandler<DynamodbEvent, StreamsEventResponse> handler) {
  /** Copies the set. */
  public StreamConsumer {
    states = Set.copyOf(states);
  }
}
