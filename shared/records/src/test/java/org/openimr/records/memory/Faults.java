package org.openimr.records.memory;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openimr.records.CloudFault;
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

/** Makes one call fail: before it does anything, or after it did everything. */
public final class Faults {
  private final int failing;
  private final boolean after;
  private int calls;

  /**
   * A fault.
   *
   * @param failing which call, from 1; 0 for none
   * @param after whether the call is done and only its answer is lost
   */
  public Faults(int failing, boolean after) {
    this.failing = failing;
    this.after = after;
  }

  /** How many calls there were. */
  public int calls() {
    return calls;
  }

  /** The table with the fault. */
  public Table in(Table table) {
    return new Table() {
      @Override
      public Optional<Row> get(Key key) {
        return call(() -> table.get(key));
      }

      @Override
      public Commit commit(List<Write> writes) {
        return call(() -> table.commit(writes));
      }

      @Override
      public RowPage query(String partition, String prefix, Optional<Key> after, int limit) {
        return call(() -> table.query(partition, prefix, after, limit));
      }

      @Override
      public RowPage query(Index index, String partition, Optional<Key> after, int limit) {
        return call(() -> table.query(index, partition, after, limit));
      }
    };
  }

  /** The buckets with the fault; an open that loses its answer breaks off while it is read. */
  public ObjectStore in(ObjectStore objects) {
    return new ObjectStore() {
      @Override
      public Optional<ObjectContent> open(ObjectName name, Optional<String> versionId) {
        if (++calls != failing) {
          return objects.open(name, versionId);
        }
        if (!after) {
          throw fault();
        }
        return objects.open(name, versionId).map(Faults::broken);
      }

      @Override
      public Placed putIfAbsent(ObjectName name, byte[] body, String contentType) {
        return call(() -> objects.putIfAbsent(name, body, contentType));
      }

      @Override
      public Optional<String> put(ObjectName name, byte[] body, String contentType) {
        return call(() -> objects.put(name, body, contentType));
      }
    };
  }

  private <T> T call(Supplier<T> call) {
    boolean fails = ++calls == failing;
    if (fails && !after) {
      throw fault();
    }
    T result = call.get();
    if (fails) {
      throw fault();
    }
    return result;
  }

  private static CloudFault fault() {
    return new CloudFault("Call", "Throttled", new IOException("no answer"));
  }

  private static ObjectContent broken(ObjectContent content) {
    return new ObjectContent(
        content.size(),
        content.sha256(),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return read();
          }
        });
  }
}
