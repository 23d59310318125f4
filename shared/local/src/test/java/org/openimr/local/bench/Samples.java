package org.openimr.local.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the benchmarks work on. */
final class Samples {
  private static final String CASE_NUMBER = "CM15-0212345";

  private Samples() {}

  /** The checkout; the working directory where it is not named. */
  static Path root() {
    return Path.of(System.getProperty("openimr.root", "."));
  }

  static Path events() {
    return root().resolve("events");
  }

  /** The sample with another case number. */
  static byte[] renamed(String sample, String caseNumber) {
    return sample.replace(CASE_NUMBER, caseNumber).getBytes(StandardCharsets.UTF_8);
  }

  /** What S3 tells the queue of an object. */
  static String notification(String key, long size) {
    return """
    {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
      "s3": {"bucket": {"name": "imr-case-files"},
             "object": {"key": "%s", "size": %d, "sequencer": "005646082C4A3B21D4"}}}]}
    """
        .formatted(key, size);
  }
}
