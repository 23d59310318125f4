package org.openimr.records.internal.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.Value;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows as DynamoDB items, and back. */
public final class Items {
  /** The table's partition key. */
  public static final String PARTITION = "pk";

  /** The table's sort key. */
  public static final String SORT = "sk";

  private Items() {}

  /** The attributes that name a row. */
  public static Map<String, AttributeValue> key(Key key) {
    return Map.of(PARTITION, text(key.partition()), SORT, text(key.sort()));
  }

  /** A whole row. */
  public static Map<String, AttributeValue> item(Row row) {
    Map<String, AttributeValue> item = new HashMap<>(key(row.key()));
    row.attributes().forEach((name, value) -> item.put(name, attribute(value)));
    return item;
  }

  /** A value as DynamoDB types S, N and L. */
  public static AttributeValue attribute(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text(text);
      case Value.Whole(long whole) -> AttributeValue.fromN(Long.toString(whole));
      case Value.Texts(List<String> texts) ->
          AttributeValue.fromL(texts.stream().map(Items::text).toList());
    };
  }

  /** Text as DynamoDB type S. */
  public static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  /** The row of an item; empty where the service found none. */
  public static Optional<Row> found(Map<String, AttributeValue> item) {
    return item.isEmpty() ? Optional.empty() : Optional.of(row(item));
  }

  /** The row of an item. */
  public static Row row(Map<String, AttributeValue> item) {
    TreeMap<String, Value> attributes = new TreeMap<>();
    item.forEach((name, attribute) -> attributes.put(name, value(name, attribute)));
    attributes.remove(PARTITION);
    attributes.remove(SORT);
    return new Row(keyOf(item), attributes);
  }

  /** The key of an item, or of a position in the table. */
  public static Key keyOf(Map<String, AttributeValue> item) {
    return new Key(required(item, PARTITION).s(), required(item, SORT).s());
  }

  private static AttributeValue required(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }

  private static Value value(String name, AttributeValue attribute) {
    return switch (attribute.type()) {
      case S -> new Value.Text(attribute.s());
      case N -> new Value.Whole(Long.parseLong(attribute.n()));
      case L -> new Value.Texts(attribute.l().stream().map(AttributeValue::s).toList());
      case SS, NS, B, BS, M, BOOL, NUL, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException(
              "attribute " + name + " has type " + attribute.type() + ", which no row has");
    };
  }
}
