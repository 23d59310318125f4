package org.openimr.cloud.internal.store;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamViewType;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openimr.records.Row;
import org.openimr.records.Settings;
import org.openimr.records.Value;

/** Changes as the records that Lambda hands to a function, with the new image. */
final class StreamRecords {
  private static final String STREAM =
      "arn:aws:dynamodb:us-east-1:000000000000:table/" + Settings.EMBEDDED.table() + "/stream/1";

  private StreamRecords() {}

  // The event class dates a change by java.util.Date.
  @SuppressWarnings("JavaUtilDate")
  static DynamodbStreamRecord read(long number, byte[] change) {
    return Bytes.read(
        change,
        in -> {
          ChangeKind kind = ChangeKind.valueOf(in.readUTF());
          Date time = new Date(in.readLong());
          Row row = RowBytes.read(in);
          StreamRecord image =
              new StreamRecord()
                  .withSequenceNumber(Long.toString(number))
                  .withKeys(key(row))
                  .withApproximateCreationDateTime(time);
          image.setStreamViewType(StreamViewType.NEW_IMAGE);
          image.setSizeBytes((long) change.length);
          if (kind != ChangeKind.REMOVE) {
            image.setNewImage(image(row));
          }
          return record(number, kind, image);
        });
  }

  private static DynamodbStreamRecord record(long number, ChangeKind kind, StreamRecord image) {
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventID(Long.toHexString(number));
    record.setEventName(kind.name());
    record.setEventVersion("1.1");
    record.setEventSource("aws:dynamodb");
    record.setAwsRegion("us-east-1");
    record.setEventSourceARN(STREAM);
    record.setDynamodb(image);
    return record;
  }

  private static Map<String, AttributeValue> key(Row row) {
    return Map.of(
        "pk", new AttributeValue(row.key().partition()),
        "sk", new AttributeValue(row.key().sort()));
  }

  private static Map<String, AttributeValue> image(Row row) {
    Map<String, AttributeValue> image = new HashMap<>(key(row));
    row.attributes().forEach((name, value) -> image.put(name, attribute(value)));
    return image;
  }

  private static AttributeValue attribute(Value value) {
    return switch (value) {
      case Value.Text(String text) -> new AttributeValue(text);
      case Value.Whole(long whole) -> new AttributeValue().withN(Long.toString(whole));
      case Value.Texts(List<String> texts) ->
          new AttributeValue().withL(texts.stream().map(AttributeValue::new).toList());
    };
  }
}
