package org.openimr.evaluate;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.records.HeadImage;
import org.openimr.records.LetterImage;

/** Rows in records of the table's stream; a removed row has no new image. */
final class Images {
  private Images() {}

  /** The case's head that a record tells of. */
  static Optional<HeadImage> head(DynamodbEvent.DynamodbStreamRecord entry) {
    return image(entry).flatMap(HeadImage::of);
  }

  /** The published determination that a record tells of. */
  static Optional<LetterImage> letter(DynamodbEvent.DynamodbStreamRecord entry) {
    return image(entry).flatMap(LetterImage::of);
  }

  private static Optional<Function<String, Optional<String>>> image(
      DynamodbEvent.DynamodbStreamRecord entry) {
    return Optional.<Map<String, AttributeValue>>ofNullable(entry.getDynamodb().getNewImage())
        .map(image -> name -> text(image, name));
  }

  private static Optional<String> text(Map<String, AttributeValue> image, String name) {
    return Optional.ofNullable(image.get(name))
        .map(value -> value.getS() == null ? value.getN() : value.getS());
  }
}
