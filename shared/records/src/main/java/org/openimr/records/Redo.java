package org.openimr.records;

import java.util.Optional;
import java.util.function.Supplier;

/** Reads, decides and writes again where another writer came between. */
public final class Redo {
  private static final int TIMES = 6;

  private Redo() {}

  /**
   * Tries until there is a result.
   *
   * @param once reads, decides and writes; empty where its write was refused
   * @throws CloudFault if it was refused every time: too many writers at once, the caller may retry
   */
  public static <T> T untilDone(String operation, Supplier<Optional<T>> once) {
    for (int i = 0; i < TIMES; i++) {
      var result = once.get();
      if (result.isPresent()) {
        return result.get();
      }
    }
    throw new CloudFault(
        operation, "Contention", new IllegalStateException("refused " + TIMES + " times"));
  }
}
