package org.openimr.cloud;

import java.util.List;
import java.util.Optional;

/**
 * The functions that events go to.
 *
 * @param queue who reads the uploads
 * @param stream who reads the table's changes
 */
public record Consumers(
    Optional<QueueConsumer> queue, List<StreamConsumer> stream, EventObserver observer) {
  /** Copies the list. */
  public Consumers {
    stream = List.copyOf(stream);
  }

  /** A reader of uploads, and readers of changes. */
  public static Consumers of(
      QueueConsumer queue, List<StreamConsumer> stream, EventObserver observer) {
    return new Consumers(Optional.of(queue), stream, observer);
  }
}
