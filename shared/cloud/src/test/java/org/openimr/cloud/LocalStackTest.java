package org.openimr.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openimr.records.Key;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Row;
import org.openimr.records.Settings;
import org.openimr.records.Table;
import org.openimr.records.Value;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * An emulator keeps the contracts: the one at {@code AWS_ENDPOINT_URL}, else LocalStack in Docker.
 */
@Tag("localstack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackTest {
  private Optional<LocalStackContainer> container = Optional.empty();
  private Optional<EmulatorCloud> cloud = Optional.empty();

  @BeforeAll
  void start() {
    cloud = Optional.of(EmulatorCloud.at(endpoint(), Settings.EMBEDDED));
  }

  private URI endpoint() {
    String given = System.getenv("AWS_ENDPOINT_URL");
    if (given != null) {
      return URI.create(given);
    }
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    if (isCi()) {
      assertTrue(docker, "Docker must run where openimr.ci or CI is set");
    }
    assumeTrue(docker, "skipped: Docker does not run, and AWS_ENDPOINT_URL names no emulator");
    LocalStackContainer started =
        new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"));
    started.start();
    container = Optional.of(started);
    return started.getEndpoint();
  }

  private static boolean isCi() {
    return Boolean.getBoolean("openimr.ci") || "true".equals(System.getenv("CI"));
  }

  @AfterAll
  void stop() {
    cloud.ifPresent(EmulatorCloud::close);
    container.ifPresent(LocalStackContainer::stop);
  }

  private EmulatorCloud cloud() {
    return cloud.orElseThrow();
  }

  @Nested
  class Tables extends TableContract {
    @Override
    Table table() {
      return cloud().table();
    }
  }

  @Nested
  class Objects extends ObjectStoreContract {
    @Override
    ObjectStore objects() {
      return cloud().objects();
    }
  }

  @Test
  void deliversNotificationsAndChangesInOrder() {
    Recording.Messages intake = new Recording.Messages(_ -> false);
    Recording.Changes evaluate = new Recording.Changes(_ -> false);
    String key = "incoming/CM15-0000001/é +.pdf";
    cloud()
        .objects()
        .put(new ObjectName(Settings.EMBEDDED.caseFiles(), key), new byte[3], "text/plain");
    for (int version = 1; version <= 20; version++) {
      cloud().table().commit(List.of(TableContract.put(head(version))));
    }
    Consumers consumers =
        Consumers.of(
            new QueueConsumer("intake", intake),
            List.of(new StreamConsumer("evaluate", Set.of("PARSED"), evaluate)),
            EventObserver.SILENT);
    try (Delivery delivery = cloud().delivery(consumers)) {
      delivery.drain();
    }
    List<String> all = IntStream.rangeClosed(1, 20).mapToObj(n -> "CASE#S " + n).toList();
    assertEquals(
        List.of(1L, List.of(key), all), List.of(tests(intake), keys(intake), evaluate.taken()));
  }

  /** What S3 sends when a notification is set up. */
  private static long tests(Recording.Messages handler) {
    return handler.bodies().stream().filter(body -> body.contains("s3:TestEvent")).count();
  }

  private static List<String> keys(Recording.Messages handler) {
    return handler.bodies().stream()
        .map(LocalStackTest::json)
        .filter(body -> body.has("Records"))
        .map(body -> body.at("/Records/0/s3/object/key").asText())
        .map(key -> URLDecoder.decode(key, UTF_8))
        .toList();
  }

  private static JsonNode json(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Row head(long version) {
    return Row.of(
        new Key("CASE#S", "CASE"),
        Map.of("state", new Value.Text("PARSED"), "version", new Value.Whole(version)));
  }
}
