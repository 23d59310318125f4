package org.openimr.local;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.openimr.cloud.Cloud;
import org.openimr.cloud.EventObserver;
import org.openimr.intake.ImportHandler;
import org.openimr.local.LetterImporting.Result;
import org.openimr.records.CloudFault;
import org.openimr.records.Journal;

/**
 * Imports published letters in batches, on every processor; results come in the files' order. The
 * functions behind the import work beside it.
 */
final class LetterImports {
  private static final int BATCH = 32;

  private final Cloud cloud;
  private final Functions functions;
  private final LetterImporting letters;

  LetterImports(Cloud cloud, InstantSource clock) {
    this.cloud = cloud;
    this.functions = new Functions(cloud, clock, EventObserver.SILENT);
    this.letters =
        new LetterImporting(
            cloud,
            new ImportHandler(
                cloud.table(), cloud.objects(), cloud.settings(), clock, Journal.silent()));
  }

  /**
   * Imports files to their end, also those of an earlier import that was stopped; what was imported
   * stays where a later one fails.
   *
   * @param each is told of every file, one at a time
   * @throws CloudFault if a service or the disk failed
   */
  void add(List<Path> files, Consumer<Result> each) {
    try (var delivery = cloud.delivery(functions.consumers())) {
      delivery.run();
      keep(files, each);
      delivery.drain();
    }
  }

  private void keep(List<Path> files, Consumer<Result> each) {
    int threads = Runtime.getRuntime().availableProcessors();
    Deque<Future<List<Result>>> under = new ArrayDeque<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      try {
        for (List<Path> batch : batches(files)) {
          under.add(executor.submit(() -> letters.add(batch)));
          if (under.size() > 2 * threads) {
            finished(under.remove()).forEach(each);
          }
        }
        while (!under.isEmpty()) {
          finished(under.remove()).forEach(each);
        }
      } finally {
        under.forEach(batch -> batch.cancel(false));
      }
    }
  }

  private static List<List<Path>> batches(List<Path> files) {
    var batches = new ArrayList<List<Path>>();
    for (int from = 0; from < files.size(); from += BATCH) {
      batches.add(files.subList(from, Math.min(files.size(), from + BATCH)));
    }
    return batches;
  }

  private static List<Result> finished(Future<List<Result>> batch) {
    try {
      return batch.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CloudFault("Import", "Interrupted", stopped);
    }
  }
}
