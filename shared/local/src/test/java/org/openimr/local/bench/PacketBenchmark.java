package org.openimr.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Processor time and memory of one long PDF, parsed and evaluated, by its pages; on one core where
 * the machine has {@code taskset}. Arguments: numbers of pages, with {@code /one} for a file whose
 * pages are nearly all of one paper. Prints a Markdown table.
 */
public final class PacketBenchmark {
  private static final String ONE_PAPER = "/one";
  private static final double MEGABYTE = 1_000_000;
  private static final List<String> HEAPS = List.of("1g", "64m");

  private PacketBenchmark() {}

  /** Measures every number of pages. */
  public static void main(String[] arguments) throws IOException {
    Path scratch = Files.createTempDirectory("openimr-bench");
    try {
      System.out.println(
          "| pages | size, MB | heap allowed | text, s | papers, s | evaluation, s | all, s"
              + " | peak heap, MB | papers | decisions |");
      System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
      for (String pages : arguments) {
        Path file = scratch.resolve(pages.replace('/', '-') + ".pdf");
        int count = Integer.parseInt(pages.replace(ONE_PAPER, ""));
        boolean one = pages.endsWith(ONE_PAPER);
        PagesFile.write(file, count, one ? count : PagesFile.PAGES_OF_A_REPORT);
        for (String heap : HEAPS) {
          measure(file, pages, heap);
        }
      }
    } finally {
      FunctionPackages.delete(scratch);
    }
  }

  private static void measure(Path file, String pages, String heap) throws IOException {
    String[] words = run(file, heap).split(" ", 7);
    if (!words[0].equals("peak")) {
      System.out.printf("| %s | | %s | did not end |%n", pages, heap);
      return;
    }
    double text = Long.parseLong(words[2]) / 1000.0;
    double papers = Long.parseLong(words[3]) / 1000.0;
    double evaluation = Long.parseLong(words[4]) / 1000.0;
    System.out.printf(
        "| %s | %.0f | %s | %.1f | %.1f | %.1f | %.1f | %s | %s | %s |%n",
        pages,
        Files.size(file) / MEGABYTE,
        heap,
        text,
        papers,
        evaluation,
        text + papers + evaluation,
        words[1],
        words[5],
        words[6]);
  }

  private static String run(Path file, String heap) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
      command.addAll(List.of("/usr/bin/taskset", "-c", "0"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            PacketRun.class.getName(),
            file.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
