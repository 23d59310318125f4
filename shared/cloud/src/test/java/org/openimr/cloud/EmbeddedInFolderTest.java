package org.openimr.cloud;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.records.Commit;
import org.openimr.records.Index;
import org.openimr.records.Key;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Placed;
import org.openimr.records.Row;
import org.openimr.records.RowPage;
import org.openimr.records.Table;
import org.openimr.records.Write;

/** The embedded cloud in a folder keeps the contracts, though it is killed before every call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedInFolderTest {
  private Path folder = Path.of("");
  private EmbeddedCloud cloud = EmbeddedCloud.inMemory(InstantSource.system());

  @BeforeAll
  void open(@TempDir Path given) {
    folder = given;
    cloud = EmbeddedCloud.in(folder, InstantSource.system());
  }

  @AfterAll
  void close() {
    cloud.close();
  }

  /** What a kill and a new process leave. */
  private synchronized EmbeddedCloud reopened() {
    cloud.abandon();
    cloud = EmbeddedCloud.in(folder, InstantSource.system());
    return cloud;
  }

  /** A table that is killed before each call. */
  private final class Killed implements Table {
    @Override
    public Optional<Row> get(Key key) {
      synchronized (EmbeddedInFolderTest.this) {
        return reopened().table().get(key);
      }
    }

    @Override
    public Commit commit(List<Write> writes) {
      synchronized (EmbeddedInFolderTest.this) {
        return reopened().table().commit(writes);
      }
    }

    @Override
    public RowPage query(String partition, String sortPrefix, Optional<Key> after, int limit) {
      synchronized (EmbeddedInFolderTest.this) {
        return reopened().table().query(partition, sortPrefix, after, limit);
      }
    }

    @Override
    public RowPage query(Index index, String partition, Optional<Key> after, int limit) {
      synchronized (EmbeddedInFolderTest.this) {
        return reopened().table().query(index, partition, after, limit);
      }
    }
  }

  /** Objects that are killed before each call. */
  private final class KilledObjects implements ObjectStore {
    @Override
    public Optional<ObjectContent> open(ObjectName name, Optional<String> versionId) {
      synchronized (EmbeddedInFolderTest.this) {
        return reopened().objects().open(name, versionId);
      }
    }

    @Override
    public Placed putIfAbsent(ObjectName name, byte[] body, String contentType) {
      synchronized (EmbeddedInFolderTest.this) {
        return reopened().objects().putIfAbsent(name, body, contentType);
      }
    }

    @Override
    public Optional<String> put(ObjectName name, byte[] body, String contentType) {
      synchronized (EmbeddedInFolderTest.this) {
        return reopened().objects().put(name, body, contentType);
      }
    }
  }

  @Nested
  class Tables extends TableContract {
    @Override
    Table table() {
      return new Killed();
    }
  }

  @Nested
  class Objects extends ObjectStoreContract {
    @Override
    ObjectStore objects() {
      return new KilledObjects();
    }
  }
}
