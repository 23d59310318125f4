package org.openimr.local;

import java.util.List;

/** In the embedded cloud, or in the emulator that {@code AWS_ENDPOINT_URL} names. */
class EmbeddedPipelineTest extends PipelineContract {
  @Override
  List<String> placement() {
    return List.of();
  }
}
