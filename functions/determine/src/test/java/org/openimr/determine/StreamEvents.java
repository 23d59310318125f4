package org.openimr.determine;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.openimr.records.Row;
import org.openimr.records.Value;

/** Stream records of rows, as Lambda delivers them. */
final class StreamEvents {
  private StreamEvents() {}

  /** An event of rows; sequence numbers count from 1. */
  static DynamodbEvent of(List<Row> rows) {
    var records = new ArrayList<DynamodbEvent.DynamodbStreamRecord>();
    for (Row row : rows) {
      var image = new HashMap<String, AttributeValue>();
      image.put("pk", new AttributeValue(row.key().partition()));
      image.put("sk", new AttributeValue(row.key().sort()));
      row.attributes().forEach((name, value) -> image.put(name, attribute(value)));
      var stream = new StreamRecord();
      stream.setNewImage(image);
      stream.setSequenceNumber(String.valueOf(records.size() + 1));
      var entry = new DynamodbEvent.DynamodbStreamRecord();
      entry.setDynamodb(stream);
      records.add(entry);
    }
    var event = new DynamodbEvent();
    event.setRecords(records);
    return event;
  }

  private static AttributeValue attribute(Value value) {
    return switch (value) {
      case Value.Text(String text) -> new AttributeValue(text);
      case Value.Whole(long number) -> new AttributeValue().withN(Long.toString(number));
      case Value.Texts(var texts) ->
          new AttributeValue().withL(texts.stream().map(AttributeValue::new).toList());
    };
  }
}
