package org.openimr.reading;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;

/**
 * Measures how many published determinations are read in a second of one core's time. Run by hand
 * with the folder of the letters as its argument.
 */
final class ReadingSpeed {
  private static final int ROUNDS = 12;
  private static final long ROUND_NANOSECONDS = 1_000_000_000L;

  private ReadingSpeed() {}

  /** Prints a line for each round; the first ones warm up. */
  public static void main(String[] arguments) throws IOException {
    var letters = new ArrayList<SubmittedFile>();
    try (var files = Files.list(Path.of(arguments[0]))) {
      for (Path pdf : files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList()) {
        letters.add(SharedFiles.file(SharedFiles.text(pdf, true)));
      }
    }
    var reader = new CaseReader();
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.printf(Locale.ROOT, "round %d: %.0f a second%n", round, rate(reader, letters));
    }
  }

  private static double rate(CaseReader reader, List<SubmittedFile> letters) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long spent = 0;
    int read = 0;
    while (spent < ROUND_NANOSECONDS) {
      for (SubmittedFile letter : letters) {
        read += reader.read(letter, "") instanceof Outcome.Accepted ? 1 : 0;
      }
      spent = threads.getCurrentThreadCpuTime() - start;
    }
    return read * 1e9 / spent;
  }
}
