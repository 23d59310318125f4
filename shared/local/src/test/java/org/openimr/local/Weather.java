package org.openimr.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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

/**
 * Bad weather over a table and buckets: chosen calls fail, even ones before they do anything (a
 * throttle, a 503), odd ones after they did everything (a lost answer). At others the process dies,
 * even ones before, odd ones after. Calls are counted from 1, over all threads.
 */
final class Weather {
  /** The end of the process, as no code of a function sees it coming. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private final Set<Integer> failing;
  private final Set<Integer> deadly;
  private final AtomicInteger calls = new AtomicInteger();

  Weather(Set<Integer> failing) {
    this(failing, Set.of());
  }

  Weather(Set<Integer> failing, Set<Integer> deadly) {
    this.failing = Set.copyOf(failing);
    this.deadly = Set.copyOf(deadly);
  }

  int calls() {
    return calls.get();
  }

  private static CloudFault fault() {
    return new CloudFault("Call", "SlowDown", new IOException("no answer"));
  }

  private <T> T call(Supplier<T> call) {
    int number = calls.incrementAndGet();
    if (number % 2 == 0) {
      strike(number);
    }
    T result = call.get();
    if (number % 2 != 0) {
      strike(number);
    }
    return result;
  }

  private void strike(int number) {
    if (deadly.contains(number)) {
      throw new Killed();
    }
    if (failing.contains(number)) {
      throw fault();
    }
  }

  Table over(Table table) {
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

  /** An open that loses its answer breaks off while it is read. */
  ObjectStore over(ObjectStore objects) {
    return new ObjectStore() {
      @Override
      public Optional<ObjectContent> open(ObjectName name, Optional<String> versionId) {
        int number = calls.incrementAndGet();
        if (deadly.contains(number)) {
          throw new Killed();
        }
        if (!failing.contains(number)) {
          return objects.open(name, versionId);
        }
        if (number % 2 == 0) {
          throw fault();
        }
        return objects.open(name, versionId).map(Weather::broken);
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
