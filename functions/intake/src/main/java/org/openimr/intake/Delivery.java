package org.openimr.intake;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A delivery of a queue message. While it runs the message is out of sight, so where the same
 * message comes with another receipt, the delivery before it has ended without an answer. Another
 * message about the same object, which S3 may send at any time, says nothing of the kind.
 *
 * @param receipt how often the queue has given the message out; empty where it does not say, then
 *     every delivery is one of its own
 */
record Delivery(String message, Optional<String> receipt) {
  private static final String RECEIPTS = "ApproximateReceiveCount";

  /** The delivery that a function is called with. */
  static Delivery of(SQSEvent.SQSMessage message) {
    var attributes = Optional.<Map<String, String>>ofNullable(message.getAttributes());
    return new Delivery(
        message.getMessageId(), attributes.flatMap(all -> Optional.ofNullable(all.get(RECEIPTS))));
  }

  /** Openings with this one; the same where it is among them. */
  List<String> addedTo(List<String> openings) {
    String name = prefix() + receipt.orElseGet(() -> "unknown-" + ofMessage(openings));
    var after = new ArrayList<>(openings);
    if (!after.contains(name)) {
      after.add(name);
    }
    return List.copyOf(after);
  }

  /** Openings without the last one of this delivery. */
  List<String> takenFrom(List<String> openings) {
    var after = new ArrayList<>(openings);
    int last = after.size() - 1;
    while (last >= 0 && !isOurs(after.get(last))) {
      last--;
    }
    if (last >= 0) {
      after.remove(last);
    }
    return List.copyOf(after);
  }

  /** How many of the openings were by deliveries of this message. */
  int ofMessage(List<String> openings) {
    return (int) openings.stream().filter(opening -> opening.startsWith(prefix())).count();
  }

  private boolean isOurs(String opening) {
    return receipt
        .map(number -> opening.equals(prefix() + number))
        .orElseGet(() -> opening.startsWith(prefix()));
  }

  private String prefix() {
    return message + "#";
  }
}
