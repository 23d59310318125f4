package org.openimr.local.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.casefile.CaseState;

/**
 * How long a function takes from the start of its JVM to its first answer, and how many classes it
 * loads, as deployed and in other ways, in turns. Arguments: how often each. Prints a Markdown
 * table.
 *
 * <p>The JVM is as Lambda starts it: 512 MB, C1 only, the serial collector, the class path of the
 * function's package.
 */
public final class StartUpBenchmark {
  private final LocalServices services;
  private final BenchIssuer issuer;
  private final Path scratch;
  private final FunctionPackages packages;

  private StartUpBenchmark(LocalServices services, BenchIssuer issuer, Path scratch)
      throws IOException {
    this.services = services;
    this.issuer = issuer;
    this.scratch = scratch;
    this.packages = new FunctionPackages(scratch);
  }

  /** Measures all functions. */
  public static void main(String[] arguments) throws Exception {
    int runs = Integer.parseInt(arguments[0]);
    Path scratch = Files.createTempDirectory("openimr-bench");
    LocalServices services = LocalServices.start();
    BenchIssuer issuer = BenchIssuer.start();
    try {
      new StartUpBenchmark(services, issuer, scratch).all(runs);
    } finally {
      issuer.stop();
      services.stop();
      FunctionPackages.delete(scratch);
    }
    // DynamoDB Local leaves threads behind that would keep the process.
    System.exit(0);
  }

  private void all(int runs) throws IOException {
    System.out.println("| function | clients | handler made, ms | first answer, ms | classes |");
    System.out.println("| --- | --- | ---: | ---: | ---: |");
    for (Function function : Function.values()) {
      Map<Variant, List<Start>> starts = new EnumMap<>(Variant.class);
      for (int run = 0; run < runs; run++) {
        for (Variant variant : Variant.values()) {
          starts.computeIfAbsent(variant, _ -> new ArrayList<>()).add(start(function, variant));
        }
      }
      for (Variant variant : Variant.values()) {
        List<Start> of = starts.getOrDefault(variant, List.of());
        System.out.printf(
            "| %s | %s | %d | %d | %d |%n",
            function.title(),
            variant.title(),
            median(of.stream().map(Start::initMillis).toList()),
            median(of.stream().map(Start::answerMillis).toList()),
            classes(function, variant));
      }
    }
  }

  private Start start(Function function, Variant variant) throws IOException {
    return start(function, variant, List.of());
  }

  private Start start(Function function, Variant variant, List<String> options) throws IOException {
    var of = services.caseFor(function);
    List<String> command =
        packages.java(function, variant == Variant.DEPLOYED || variant == Variant.SNAP_START);
    command.addAll(1, options);
    command.add(ColdStart.class.getName());
    command.add(function.name());
    command.add(variant.name());
    command.add(function == Function.INTAKE ? of.notification() : of.caseNumber());
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(services.environment());
    builder.environment().putAll(issuer.environment());
    builder.environment().putAll(variant.environment());
    var started = follow(builder);
    expected(function)
        .filter(state -> !services.state(of).equals(Optional.of(state)))
        .ifPresent(
            state -> {
              throw new IllegalStateException(function + " did not bring the case to " + state);
            });
    return started;
  }

  private static Start follow(ProcessBuilder builder) throws IOException {
    long begin = System.nanoTime();
    Process process = builder.start();
    long init = 0;
    long answer = 0;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("init")) {
          init = System.nanoTime() - begin;
        } else if (line.equals("answer 0")) {
          answer = System.nanoTime() - begin;
        }
      }
    }
    if (answer == 0) {
      throw new IllegalStateException("the function gave no answer, or failed");
    }
    return new Start(init / 1_000_000, answer / 1_000_000);
  }

  private static Optional<CaseState> expected(Function function) {
    return switch (function) {
      case INTAKE -> Optional.of(CaseState.PARSED);
      case EVALUATE -> Optional.of(CaseState.EVALUATED);
      case DETERMINE -> Optional.of(CaseState.PROPOSED);
      case SCHEDULE, API -> Optional.empty();
    };
  }

  /** Counted in a run of its own: the log costs time. */
  private long classes(Function function, Variant variant) throws IOException {
    Path log = scratch.resolve(function + "-" + variant + ".log");
    start(function, variant, List.of("-Xlog:class+load:file=" + log));
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(" source: ")).count();
    }
  }

  static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private record Start(long initMillis, long answerMillis) {}
}
