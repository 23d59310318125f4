package org.openimr.cloud;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.openimr.cloud.internal.emulator.EmulatorTable;
import org.openimr.records.DynamoTable;
import org.openimr.records.Settings;
import org.openimr.records.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The table by the SDK keeps the contract, against the vendor's own local service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbLocalTest {
  private final AmazonDynamoDBLocal service = DynamoDBEmbedded.create();
  private final DynamoDbClient client = service.dynamoDbClient();

  @BeforeAll
  void make() {
    EmulatorTable.ensure(client, Settings.EMBEDDED.table());
  }

  @AfterAll
  void close() {
    service.shutdown();
  }

  @Nested
  class Tables extends TableContract {
    @Override
    Table table() {
      return new DynamoTable(client, Settings.EMBEDDED.table());
    }
  }
}
