package org.openimr.cloud.internal.emulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openimr.records.Index;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The table in an emulator, as the template makes it on AWS. */
public final class EmulatorTable {
  private EmulatorTable() {}

  /** Makes the table unless it is there, and returns when it can be used. */
  public static void ensure(DynamoDbClient client, String name) {
    try {
      client.createTable(
          r ->
              r.tableName(name)
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(attributes())
                  .keySchema(schema("pk", "sk"))
                  .globalSecondaryIndexes(indexes())
                  .streamSpecification(
                      s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));
    } catch (ResourceInUseException e) {
      // It is there.
    }
    client.waiter().waitUntilTableExists(r -> r.tableName(name)).matched();
  }

  private static List<AttributeDefinition> attributes() {
    List<String> names = new ArrayList<>(List.of("pk", "sk"));
    for (Index index : Index.values()) {
      names.add(index.partitionAttribute());
      names.add(index.sortAttribute());
    }
    return names.stream()
        .distinct()
        .map(
            name ->
                AttributeDefinition.builder()
                    .attributeName(name)
                    .attributeType(ScalarAttributeType.S)
                    .build())
        .toList();
  }

  private static List<KeySchemaElement> schema(String partition, String sort) {
    return Stream.of(element(partition, KeyType.HASH), element(sort, KeyType.RANGE)).toList();
  }

  private static KeySchemaElement element(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static List<GlobalSecondaryIndex> indexes() {
    return Arrays.stream(Index.values())
        .map(
            index ->
                GlobalSecondaryIndex.builder()
                    .indexName(index.tableName())
                    .keySchema(schema(index.partitionAttribute(), index.sortAttribute()))
                    .projection(p -> p.projectionType(ProjectionType.ALL))
                    .build())
        .toList();
  }
}
