package org.openimr.local.sam;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A function's run in its container by {@code sam local invoke}, the lines of the README. */
record LocalInvocation(SamCli sam, Path variables) {
  static LocalInvocation of(SamCli sam, Map<String, Map<String, String>> variables)
      throws IOException {
    var file = Files.createTempFile(Path.of("target"), "variables", ".json");
    new JsonMapper().writeValue(file.toFile(), variables);
    return new LocalInvocation(sam, file.toAbsolutePath());
  }

  /** Invokes a function with an event of the samples, and returns what it answered. */
  String invoke(String function, String event) throws IOException, InterruptedException {
    var run =
        sam.run(
            Map.of(),
            List.of(
                "local",
                "invoke",
                function,
                "--template",
                "template.yaml",
                "--event",
                "events/" + event,
                "--env-vars",
                variables.toString(),
                "--parameter-overrides",
                "Architecture=" + architecture(),
                "--add-host",
                "host.docker.internal:host-gateway",
                "--skip-pull-image"));
    if (run.exit() != 0) {
      throw new IOException(
          "sam local invoke " + function + ": " + run.exit() + "\n" + run.errors());
    }
    return new JsonMapper().readTree(run.output()).toString();
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
  }
}
