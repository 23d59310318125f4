package org.openimr.records.internal.aws;

import java.util.Map;
import java.util.Optional;
import org.openimr.records.Condition;
import org.openimr.records.Key;
import org.openimr.records.Row;
import org.openimr.records.Write;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes as the actions of a DynamoDB transaction. */
public final class Writes {
  private static final String ANYTHING = "attribute_exists(pk) OR attribute_not_exists(pk)";

  private Writes() {}

  /** A condition as an expression with its names and values. */
  private record Expression(
      String text, Map<String, String> names, Map<String, AttributeValue> values) {
    static Optional<Expression> of(Condition condition) {
      return switch (condition) {
        case Condition.Always() -> Optional.empty();
        case Condition.Absent() ->
            Optional.of(new Expression("attribute_not_exists(pk)", Map.of(), Map.of()));
        case Condition.AttributeIs(var attribute, var value) ->
            Optional.of(
                new Expression(
                    "#a = :v", Map.of("#a", attribute), Map.of(":v", Items.attribute(value))));
      };
    }
  }

  /** An action of a transaction in a table. */
  public static TransactWriteItem action(String table, Write write) {
    return switch (write) {
      case Write.Put(Row row, Condition condition) ->
          TransactWriteItem.builder().put(put(table, row, condition)).build();
      case Write.Delete(Key key, Condition condition) ->
          TransactWriteItem.builder().delete(delete(table, key, condition)).build();
      case Write.Check(Key key, Condition condition) ->
          TransactWriteItem.builder().conditionCheck(check(table, key, condition)).build();
    };
  }

  private static Put put(String table, Row row, Condition condition) {
    Put.Builder put = Put.builder().tableName(table).item(Items.item(row));
    Expression.of(condition).ifPresent(e -> put.conditionExpression(e.text()));
    Expression.of(condition).filter(Writes::binds).ifPresent(e -> bind(put, e));
    return put.build();
  }

  private static void bind(Put.Builder put, Expression e) {
    put.expressionAttributeNames(e.names()).expressionAttributeValues(e.values());
  }

  private static Delete delete(String table, Key key, Condition condition) {
    Delete.Builder delete = Delete.builder().tableName(table).key(Items.key(key));
    Expression.of(condition).ifPresent(e -> delete.conditionExpression(e.text()));
    Expression.of(condition)
        .filter(Writes::binds)
        .ifPresent(
            e -> delete.expressionAttributeNames(e.names()).expressionAttributeValues(e.values()));
    return delete.build();
  }

  /** A check must have an expression: one that always holds stands for {@code Always}. */
  private static ConditionCheck check(String table, Key key, Condition condition) {
    Expression expression =
        Expression.of(condition).orElse(new Expression(ANYTHING, Map.of(), Map.of()));
    ConditionCheck.Builder check =
        ConditionCheck.builder()
            .tableName(table)
            .key(Items.key(key))
            .conditionExpression(expression.text());
    if (binds(expression)) {
      check
          .expressionAttributeNames(expression.names())
          .expressionAttributeValues(expression.values());
    }
    return check.build();
  }

  /** DynamoDB refuses an empty map of names or values. */
  private static boolean binds(Expression expression) {
    return !expression.names().isEmpty();
  }
}
