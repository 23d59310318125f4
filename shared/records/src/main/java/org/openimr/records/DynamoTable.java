package org.openimr.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.records.internal.aws.Faults;
import org.openimr.records.internal.aws.Items;
import org.openimr.records.internal.aws.Writes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The table in DynamoDB, with strongly consistent reads.
 *
 * <p>Every write is a transaction, even of one row: the SDK gives it a client request token, so
 * that a repeat after a lost answer succeeds as the first did. A conditional {@code PutItem} would
 * meet its own write and be refused. Only a single write without a condition, which can be repeated
 * as it is, goes without.
 */
public final class DynamoTable implements Table {
  private final DynamoDbClient client;
  private final String name;

  /** The table of a name, whose key is {@code pk} and {@code sk}. */
  public DynamoTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  @Override
  public Optional<Row> get(Key key) {
    var item =
        Faults.call(
            "GetItem",
            () -> client.getItem(r -> r.tableName(name).key(Items.key(key)).consistentRead(true)));
    return Items.found(item.item());
  }

  @Override
  public Commit commit(List<Write> writes) {
    if (writes.size() == 1 && writes.getFirst().condition() instanceof Condition.Always) {
      return alone(writes.getFirst());
    }
    List<TransactWriteItem> actions =
        writes.stream().map(write -> Writes.action(name, write)).toList();
    try {
      Faults.call(
          "TransactWriteItems", () -> client.transactWriteItems(r -> r.transactItems(actions)));
      return Commit.DONE;
    } catch (CloudFault fault) {
      if (refused(fault)) {
        return Commit.REFUSED;
      }
      throw fault;
    }
  }

  private Commit alone(Write write) {
    switch (write) {
      case Write.Put(Row row, var _) ->
          Faults.call(
              "PutItem", () -> client.putItem(r -> r.tableName(name).item(Items.item(row))));
      case Write.Delete(Key key, var _) ->
          Faults.call(
              "DeleteItem", () -> client.deleteItem(r -> r.tableName(name).key(Items.key(key))));
      case Write.Check(var _, var _) -> {
        // Asks nothing and writes nothing.
      }
    }
    return Commit.DONE;
  }

  /**
   * A canceled transaction names a reason per action. A condition that failed, or a conflict with
   * another transaction, is an answer; throttling and the rest is none.
   */
  private static boolean refused(CloudFault fault) {
    return fault.getCause() instanceof TransactionCanceledException canceled
        && canceled.cancellationReasons().stream()
            .map(CancellationReason::code)
            .anyMatch(
                code ->
                    code.equals("ConditionalCheckFailed") || code.equals("TransactionConflict"));
  }

  @Override
  public RowPage query(String partition, String sortPrefix, Optional<Key> after, int limit) {
    boolean whole = sortPrefix.isEmpty();
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":p", Items.text(partition));
    if (!whole) {
      values.put(":s", Items.text(sortPrefix));
    }
    QueryRequest query =
        QueryRequest.builder()
            .tableName(name)
            .consistentRead(true)
            .keyConditionExpression(whole ? "pk = :p" : "pk = :p AND begins_with(sk, :s)")
            .expressionAttributeValues(values)
            .build();
    return page(query, after.map(Items::key), limit, Row::key);
  }

  @Override
  public RowPage query(Index index, String partition, Optional<Key> after, int limit) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(name)
            .indexName(index.tableName())
            .keyConditionExpression("#p = :p")
            .expressionAttributeNames(Map.of("#p", index.partitionAttribute()))
            .expressionAttributeValues(Map.of(":p", Items.text(partition)))
            .build();
    return page(
        query,
        after.map(position -> startKey(index, partition, IndexPosition.of(position))),
        limit,
        row -> new IndexPosition(row.key(), sortOf(index, row)).toKey());
  }

  private static Map<String, AttributeValue> startKey(
      Index index, String partition, IndexPosition position) {
    Map<String, AttributeValue> start = new HashMap<>(Items.key(position.row()));
    start.put(index.partitionAttribute(), Items.text(partition));
    start.put(index.sortAttribute(), Items.text(position.sort()));
    return start;
  }

  private static String sortOf(Index index, Row row) {
    return switch (Objects.requireNonNull(row.attributes().get(index.sortAttribute()))) {
      case Value.Text(String text) -> text;
      case Value.Whole _, Value.Texts _ ->
          throw new IllegalStateException(index.sortAttribute() + " is not a text");
    };
  }

  /**
   * A page. DynamoDB ends one at 1 MB, and says "more" where its limit falls on the last row: so it
   * is asked for one row more than the page has, until it has them or there are none.
   */
  private RowPage page(
      QueryRequest query,
      Optional<Map<String, AttributeValue>> start,
      int limit,
      Function<Row, Key> position) {
    List<Row> rows = new ArrayList<>();
    Map<String, AttributeValue> from = start.orElse(Map.of());
    do {
      QueryRequest next = next(query, from, limit + 1 - rows.size());
      QueryResponse answer = Faults.call("Query", () -> client.query(next));
      answer.items().forEach(item -> rows.add(Items.row(item)));
      from = answer.lastEvaluatedKey();
    } while (rows.size() <= limit && !from.isEmpty());
    if (rows.size() <= limit) {
      return new RowPage(rows, Optional.empty());
    }
    List<Row> page = rows.subList(0, limit);
    return new RowPage(page, Optional.of(position.apply(page.getLast())));
  }

  private static QueryRequest next(
      QueryRequest query, Map<String, AttributeValue> from, int limit) {
    QueryRequest.Builder next = query.toBuilder().limit(limit);
    return from.isEmpty() ? next.build() : next.exclusiveStartKey(from).build();
  }
}
