package org.openimr.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.openimr.records.Clients;
import software.amazon.awssdk.core.waiters.Waiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * {@code serve} in a JVM of its own on the class path that was built, and a client of its S3
 * endpoint.
 */
final class Served implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Process process;
  private final List<String> lines;
  private final Map<String, String> said = new LinkedHashMap<>();
  private final Clients clients;

  private Served(Process process, List<String> lines) {
    this.process = process;
    this.lines = lines;
    lines.forEach(line -> said.put(line.split(" ", 2)[0], line.substring(line.indexOf(' ') + 1)));
    this.clients = Clients.at(uri(), said("access-key"), said("secret-key"));
  }

  /** Starts, and returns when it says that it is ready. */
  static Served start(String... options) throws IOException {
    Process process = builder(options).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var lines = new ArrayList<String>();
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      if (line.equals("ready")) {
        return new Served(process, lines);
      }
    }
    throw new AssertionError("serve ended before it was ready: " + lines);
  }

  /** The process of {@code serve} on any free port. */
  static ProcessBuilder builder(String... options) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                // Without --data the issuer's key lies in the user's home.
                "-Duser.home=" + Path.of("target", "home").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--port",
                "0"));
    command.addAll(List.of(options));
    var builder = new ProcessBuilder(command).directory(new File("").getAbsoluteFile());
    builder.environment().remove("AWS_ENDPOINT_URL");
    return builder;
  }

  /** All lines until it was ready. */
  List<String> lines() {
    return lines;
  }

  /** What it said after a name. */
  String said(String name) {
    return Objects.requireNonNull(said.get(name), name);
  }

  URI uri() {
    return URI.create(said("s3"));
  }

  S3Client s3() {
    return clients.s3();
  }

  /**
   * The keys of a bucket, when they are as expected.
   *
   * <p>S3 tells nobody outside when an object comes, so this asks, as its users must: by the SDK's
   * waiter, which ends in a failure after the deadline.
   */
  List<String> keys(String bucket, Predicate<List<String>> expected) {
    return Waiter.builder(KeyList.class)
        .addAcceptor(WaiterAcceptor.successOnResponseAcceptor(list -> expected.test(list.keys())))
        .addAcceptor(WaiterAcceptor.retryOnResponseAcceptor(_ -> true))
        .overrideConfiguration(
            wait ->
                wait.maxAttempts(Integer.MAX_VALUE)
                    .waitTimeout(DEADLINE)
                    .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(PAUSE)))
        .build()
        .run(() -> new KeyList(keys(bucket)))
        .matched()
        .response()
        .orElseThrow()
        .keys();
  }

  private record KeyList(List<String> keys) {}

  private List<String> keys(String bucket) {
    return s3().listObjectsV2Paginator(r -> r.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  /** The folder of a case's documents, once the last of them is there. */
  String documents(String caseNumber) {
    return keys(
            said("drafts"), all -> all.stream().anyMatch(key -> isDetermination(key, caseNumber)))
        .stream()
        .filter(key -> isDetermination(key, caseNumber))
        .map(key -> key.substring(0, key.lastIndexOf('/') + 1))
        .findFirst()
        .orElseThrow();
  }

  /** JSON is put last. */
  private static boolean isDetermination(String key, String caseNumber) {
    return key.startsWith(caseNumber + "/") && key.endsWith("/determination.json");
  }

  /** Kills the process as the system does when memory is short. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks the process to end. Returns its exit status; fails if it takes longer than given. */
  int end(Duration within) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("serve did not end in " + within);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    clients.close();
    process.destroyForcibly();
    try {
      process.getInputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
