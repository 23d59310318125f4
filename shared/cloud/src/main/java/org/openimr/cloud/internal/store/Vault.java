package org.openimr.cloud.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.openimr.records.CloudFault;

/**
 * The maps of the embedded cloud, with one writer at a time. A write of several maps is one: in a
 * folder it is in the file, as a whole, before {@link #write} returns, so that a killed process
 * loses nothing that it acknowledged. Writers who wait for that at the same time share one commit.
 * (The operating system writes it to the disk in its own time: a power cut may lose the last
 * second.)
 */
public final class Vault implements AutoCloseable {
  private static final String FILE = "openimr.mv";
  private static final byte[] NUMBER = Bytes.key("number");

  /** Commits after which the file's dead chunks are given back. */
  private static final int COMPACT_EVERY = 2_000;

  private static final int FILL_RATE_PERCENT = 60;
  private static final int COMPACT_BYTES = 16 << 20;

  private final MVStore store;
  private final boolean durable;

  /** Both in turn: a commit comes after all who wait to write, and nobody waits for two of them. */
  private final ReentrantLock writer = new ReentrantLock(true);

  private final ReentrantLock committer = new ReentrantLock(true);
  private final MVMap<byte[], byte[]> numbers;
  private long number;

  /** Writes that were made; only who has {@code writer} looks or changes. */
  private long written;

  /** Those of them that are in the file; only who has {@code committer} looks or changes. */
  private long committed;

  private int commits;

  /** A store in a folder, which is made if missing; in memory without one. */
  public Vault(Optional<Path> folder) {
    // Nothing may be written but by a commit of ours: half a transaction would be in the file.
    MVStore.Builder builder = new MVStore.Builder().autoCommitDisabled().autoCommitBufferSize(0);
    folder.ifPresent(path -> builder.fileName(file(path)));
    this.durable = folder.isPresent();
    this.store = open(builder);
    this.numbers = map("numbers");
    this.number = Optional.ofNullable(numbers.get(NUMBER)).map(Bytes::number).orElse(0L);
  }

  private static MVStore open(MVStore.Builder builder) {
    try {
      return builder.open();
    } catch (MVStoreException e) {
      throw new CloudFault("OpenStore", openingCode(e), e);
    }
  }

  private static String openingCode(MVStoreException e) {
    return e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
        ? "IN_USE_BY_ANOTHER_PROCESS"
        : "STORE_ERROR_" + e.getErrorCode();
  }

  private static String file(Path folder) {
    try {
      return Files.createDirectories(folder).resolve(FILE).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MVMap<byte[], byte[]> map(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<byte[], byte[]>()
            .keyType(ByteArrayDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE));
  }

  /** The next number, never given out before; only within a {@link #write}. */
  long next() {
    number++;
    numbers.put(NUMBER, Bytes.key(number));
    return number;
  }

  /** Reads and writes as one; may not be called by the work itself. */
  <T> T write(String operation, Supplier<T> work) {
    try {
      T result;
      long own;
      writer.lock();
      try {
        result = work.get();
        written++;
        own = written;
      } finally {
        writer.unlock();
      }
      if (durable) {
        keep(own);
      }
      return result;
    } catch (MVStoreException e) {
      throw new CloudFault(operation, "STORE_ERROR_" + e.getErrorCode(), e);
    }
  }

  /** Returns when a write is in the file: most find that somebody else's commit took it along. */
  private void keep(long own) {
    committer.lock();
    try {
      if (committed < own) {
        commit();
      }
    } finally {
      committer.unlock();
    }
  }

  /** Nobody writes meanwhile: half a transaction would be in the file. */
  private void commit() {
    writer.lock();
    try {
      if (store.hasUnsavedChanges()) {
        store.commit();
        commits++;
        if (commits % COMPACT_EVERY == 0) {
          store.compact(FILL_RATE_PERCENT, COMPACT_BYTES);
        }
      }
      if (store.isClosed()) {
        // A closed store commits nothing and says so to nobody.
        throw DataUtils.newMVStoreException(DataUtils.ERROR_CLOSED, "closed");
      }
      committed = written;
    } finally {
      writer.unlock();
    }
  }

  /** Ends as a killed process does: what is not committed is lost. */
  public void abandon() {
    store.closeImmediately();
  }

  @Override
  public void close() {
    committer.lock();
    writer.lock();
    try {
      if (!store.isClosed()) {
        store.close();
        committed = written;
      }
    } finally {
      writer.unlock();
      committer.unlock();
    }
  }
}
