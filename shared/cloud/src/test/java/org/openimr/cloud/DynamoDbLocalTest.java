package org.openimr.cloud;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.openimr.cloud.internal.emulator.EmulatorTable;
import org.openimr.records.DynamoTable;
import org.openimr.records.Settings;
import org.openimr.records.Table;
import org.openimr.records.memory.ReviewerRowsContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** The table by the SDK keeps the contract, against the vendor's own local service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamoDbLocalTest {
  private final AmazonDynamoDBLocal service = DynamoDBEmbedded.create();
  private final DynamoDbClient client = service.dynamoDbClient();
  private final AtomicInteger tables = new AtomicInteger();

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

  @Nested
  class Reviewers extends ReviewerRowsContract {
    @Override
    protected Table emptyTable() {
      String name = "reviewers-" + tables.incrementAndGet();
      EmulatorTable.ensure(client, name);
      return new DynamoTable(client, name);
    }
  }
}
