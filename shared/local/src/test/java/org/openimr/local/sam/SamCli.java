package org.openimr.local.sam;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/** SAM CLI of this machine, run in the project's folder without an account. */
public final class SamCli {
  private static final long LONGEST_RUN_SECONDS = 300;

  private final Path program;

  private SamCli(Path program) {
    this.program = program;
  }

  /** What a run left. */
  public record Run(int exit, String output, String errors) {}

  /** The one on the path. Without it the test is aborted, and fails where it must be there. */
  public static SamCli find() {
    return Stream.of(
            System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
        .map(folder -> Path.of(folder, "sam"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(SamCli::new)
        .orElseThrow(() -> missing("SAM CLI is not on the path"));
  }

  /** A failure under CI, where nothing may be skipped; else what makes JUnit skip the test. */
  public static RuntimeException missing(String what) {
    if (Optional.ofNullable(System.getenv("CI")).filter(ci -> !ci.isBlank()).isPresent()) {
      Assertions.fail(what + ", and CI is set");
    }
    return new TestAbortedException(what);
  }

  /** The project's folder; tests run in their module's. */
  public static Path project() {
    return Path.of("../..").toAbsolutePath().normalize();
  }

  /** Runs SAM CLI and returns when it has ended. */
  public Run run(Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("sam", ".out");
    var errors = Files.createTempFile("sam", ".err");
    try {
      var process = start(environment, arguments, output, errors);
      if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("sam " + arguments.getFirst() + " did not end");
      }
      return new Run(process.exitValue(), Files.readString(output), Files.readString(errors));
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private Process start(
      Map<String, String> environment, List<String> arguments, Path output, Path errors)
      throws IOException {
    var builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(program.toString()), arguments.stream()).toList())
            .directory(project().toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(NO_ACCOUNT);
    builder.environment().putAll(environment);
    return builder.start();
  }

  // SAM CLI asks for credentials and a region before it does what needs neither.
  private static final Map<String, String> NO_ACCOUNT =
      Map.of(
          "AWS_ACCESS_KEY_ID", "test",
          "AWS_SECRET_ACCESS_KEY", "testtest",
          "AWS_DEFAULT_REGION", "us-east-1",
          "AWS_REGION", "us-east-1",
          "SAM_CLI_TELEMETRY", "0",
          "PYTHONIOENCODING", StandardCharsets.UTF_8.name());
}
