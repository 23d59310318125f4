package org.openimr.cloud.internal.emulator;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Stream records of the SDK as those that Lambda hands to a function. */
final class EmulatorRecords {
  private EmulatorRecords() {}

  static DynamodbStreamRecord of(String streamArn, Record change) {
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventID(change.eventID());
    record.setEventName(change.eventNameAsString());
    record.setEventVersion(change.eventVersion());
    record.setEventSource("aws:dynamodb");
    record.setAwsRegion(change.awsRegion());
    record.setEventSourceARN(streamArn);
    record.setDynamodb(image(change.dynamodb()));
    return record;
  }

  // The event class dates a change by java.util.Date.
  @SuppressWarnings("JavaUtilDate")
  private static com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord image(
      StreamRecord change) {
    var image = new com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord();
    image.setSequenceNumber(change.sequenceNumber());
    image.setSizeBytes(change.sizeBytes());
    image.setApproximateCreationDateTime(Date.from(change.approximateCreationDateTime()));
    image.setKeys(attributes(change.keys()));
    if (change.hasNewImage()) {
      image.setNewImage(attributes(change.newImage()));
    }
    return image;
  }

  private static Map<String, AttributeValue> attributes(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> values) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    values.forEach((name, value) -> attributes.put(name, attribute(value)));
    return attributes;
  }

  /** The types that rows have; a null text stays null in the event, as Lambda has it. */
  private static AttributeValue attribute(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue value) {
    AttributeValue attribute = new AttributeValue();
    if (value.hasL()) {
      attribute.setL(value.l().stream().map(EmulatorRecords::attribute).toList());
    } else if (value.n() != null) {
      attribute.setN(value.n());
    } else {
      attribute.setS(value.s());
    }
    return attribute;
  }
}
