package org.openimr.determine;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.records.CorrectionImage;
import org.openimr.records.HeadImage;

/** Rows in records of the table's stream; a removed row has no new image. */
final class Images {
  private Images() {}

  /** The case's head that a record tells of. */
  static Optional<HeadImage> head(DynamodbEvent.DynamodbStreamRecord entry) {
    return image(entry).flatMap(HeadImage::of);
  }

  /** The correction that a record tells of. */
  static Optional<CorrectionImage> correction(DynamodbEvent.DynamodbStreamRecord entry) {
    return image(entry).flatMap(CorrectionImage::of);
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
