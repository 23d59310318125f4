package org.openimr.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openimr.records.ObjectName;

/**
 * Published letters that are imported together: a batch of a Step Functions distributed map, whose
 * items are the entries of an S3 listing.
 *
 * @param delivery the batch's execution, and which attempt at it this is
 */
record ImportBatch(Delivery delivery, List<Arrival> letters) {
  /** Only what lies under this prefix is imported; nothing else writes there. */
  static final String PREFIX = "published/";

  ImportBatch {
    letters = List.copyOf(letters);
  }

  /**
   * The batch of an event: {@code batch} and {@code attempt} as texts, and {@code Items}, each with
   * {@code Key}, {@code Etag} and {@code Size} as S3 lists them. What is no letter's entry, such as
   * the folder itself, is left out.
   *
   * @throws IllegalArgumentException if the event is of another form
   */
  static ImportBatch of(Map<String, Object> event, String bucket) {
    if (!(event.get("Items") instanceof List<?> items)
        || !(event.get("batch") instanceof String batch)) {
      throw new IllegalArgumentException("no batch of an import");
    }
    var letters = new ArrayList<Arrival>();
    for (Object item : items) {
      letter(item, bucket).ifPresent(letters::add);
    }
    return new ImportBatch(new Delivery(batch, text(event.get("attempt"))), letters);
  }

  private static Optional<Arrival> letter(@Nullable Object item, String bucket) {
    if (!(item instanceof Map<?, ?> entry)
        || !(entry.get("Key") instanceof String key)
        || !key.startsWith(PREFIX)
        || key.endsWith("/")) {
      return Optional.empty();
    }
    long size = entry.get("Size") instanceof Number number ? number.longValue() : 0;
    return Optional.of(Arrival.listed(new ObjectName(bucket, key), text(entry.get("Etag")), size));
  }

  private static Optional<String> text(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isEmpty());
  }
}
