package org.openimr.local.bench;

import java.time.InstantSource;
import java.util.Locale;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.records.memory.CaseWalk;

/**
 * Walks a list of cases in pages of 200 while two threads write. Arguments: how many pages. Prints
 * a Markdown table. Two million cases need about 6 GB of heap.
 */
public final class WalkBenchmark {
  private static final int PAGE = 200;
  private static final int WRITERS = 2;
  private static final double NANOS_PER_MILLI = 1_000_000;

  private WalkBenchmark() {}

  /** Walks. */
  public static void main(String[] arguments) {
    int cases = Integer.parseInt(arguments[0]) * PAGE;
    try (var cloud = EmbeddedCloud.inMemory(InstantSource.system())) {
      var walk = new CaseWalk(cloud.table(), cases);
      long begin = System.nanoTime();
      var walked = walk.walk(PAGE, WRITERS);
      double seconds = (System.nanoTime() - begin) / 1e9;
      var sorted = walked.nanos().stream().sorted().toList();
      System.out.println(
          "| pages | cases seen | missed | repeated | writes meanwhile | s | page p50, ms | p99, ms |");
      System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
      System.out.printf(
          Locale.ROOT,
          "| %d | %d | %d | %d | %d | %.0f | %.2f | %.2f |%n",
          walked.pages(),
          walked.seen(),
          walked.missed(),
          walked.repeated(),
          walked.writes(),
          seconds,
          sorted.get(sorted.size() / 2) / NANOS_PER_MILLI,
          sorted.get(sorted.size() * 99 / 100) / NANOS_PER_MILLI);
    }
  }
}
