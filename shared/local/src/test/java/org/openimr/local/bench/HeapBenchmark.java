package org.openimr.local.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;

/** Peak heap of intake in 512 MB with a case file of 50 MB. Prints a Markdown table. */
public final class HeapBenchmark {
  private static final String KEY = "incoming/CM15-0212345/large";
  private static final double MEGABYTE = 1 << 20;

  private HeapBenchmark() {}

  /** Measures every form. */
  public static void main(String[] arguments) throws IOException {
    Path scratch = Files.createTempDirectory("openimr-bench");
    try {
      var packages = new FunctionPackages(scratch);
      System.out.println("| case file | size, MB | outcome | peak heap, MB | time, s |");
      System.out.println("| --- | ---: | --- | ---: | ---: |");
      for (LargeFile form : LargeFile.values()) {
        measure(form, packages, Files.createDirectories(scratch.resolve(form.title())));
      }
    } finally {
      FunctionPackages.delete(scratch);
    }
  }

  private static void measure(LargeFile form, FunctionPackages packages, Path buckets)
      throws IOException {
    var name = new ObjectName(Settings.EMBEDDED.caseFiles(), KEY);
    Path file = new DiskObjects(buckets).path(name);
    form.write(file);
    List<String> command = packages.java(Function.INTAKE, true);
    int path = command.indexOf("-cp") + 1;
    List<String> tables = FunctionPackages.onOwnPath("records-");
    command.set(
        path, command.get(path) + File.pathSeparator + String.join(File.pathSeparator, tables));
    command.addAll(List.of(PeakHeap.class.getName(), buckets.toString(), KEY));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String[] words = said.strip().split(" ", 4);
    if (!words[0].equals("peak")) {
      throw new IllegalStateException("intake died with a " + form.title() + " file");
    }
    System.out.printf(
        "| %s | %.0f | %s | %s | %.1f |%n",
        form.title(),
        Files.size(file) / MEGABYTE,
        words[3],
        words[1],
        Long.parseLong(words[2]) / 1000.0);
  }
}
