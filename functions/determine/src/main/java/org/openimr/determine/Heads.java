package org.openimr.determine;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import java.util.Optional;
import org.openimr.records.HeadImage;

/** Head rows in records of the table's stream. */
final class Heads {
  private Heads() {}

  /** The head that a record tells of; a removed row has no new image. */
  static Optional<HeadImage> of(DynamodbEvent.DynamodbStreamRecord entry) {
    return Optional.<Map<String, AttributeValue>>ofNullable(entry.getDynamodb().getNewImage())
        .flatMap(image -> HeadImage.of(name -> text(image, name)));
  }

  private static Optional<String> text(Map<String, AttributeValue> image, String name) {
    return Optional.ofNullable(image.get(name))
        .map(value -> value.getS() == null ? value.getN() : value.getS());
  }
}
