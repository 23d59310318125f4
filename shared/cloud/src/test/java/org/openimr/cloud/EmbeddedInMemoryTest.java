package org.openimr.cloud;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.openimr.records.ObjectStore;
import org.openimr.records.Table;
import org.openimr.records.memory.ReviewerRowsContract;

/** The embedded cloud in memory keeps the contracts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedInMemoryTest {
  private final EmbeddedCloud cloud = EmbeddedCloud.inMemory(InstantSource.system());

  @AfterAll
  void close() {
    cloud.close();
  }

  @Nested
  class Tables extends TableContract {
    @Override
    Table table() {
      return cloud.table();
    }
  }

  @Nested
  class Reviewers extends ReviewerRowsContract {
    private final EmbeddedCloud own = EmbeddedCloud.inMemory(InstantSource.system());

    @AfterEach
    void close() {
      own.close();
    }

    @Override
    protected Table emptyTable() {
      return own.table();
    }
  }

  @Nested
  class Objects extends ObjectStoreContract {
    @Override
    ObjectStore objects() {
      return cloud.objects();
    }
  }
}
