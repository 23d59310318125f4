package org.openimr.local;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.openimr.local.sam.SamCli;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** In LocalStack: its S3 events from its queue, its table's stream, its buckets. */
@Tag("localstack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackPipelineTest extends PipelineContract {
  private Optional<LocalStackContainer> container = Optional.empty();

  @BeforeAll
  void start() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw SamCli.missing("no Docker engine answers");
    }
    var started = new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"));
    started.start();
    container = Optional.of(started);
  }

  @AfterAll
  void stop() {
    container.ifPresent(LocalStackContainer::stop);
  }

  @Override
  List<String> placement() {
    return List.of("--endpoint", container.orElseThrow().getEndpoint().toString());
  }
}
