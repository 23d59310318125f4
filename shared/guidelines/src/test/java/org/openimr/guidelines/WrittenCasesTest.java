package org.openimr.guidelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of the domain brief (7.2) and other cases, from wording and report to decision. */
class WrittenCasesTest {
  private static final Path CASES =
      Path.of("src/test/resources/org/openimr/guidelines/decided-from-tables.yaml");
  private static final Evaluator EVALUATOR = Evaluator.withInstalledPack();

  static Stream<WrittenCases.Written> cases() {
    return WrittenCases.read(CASES).stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decidesAsTheTableDoes(WrittenCases.Written written) {
    var decided =
        EVALUATOR.evaluate(written.file()).items().stream()
            .map(item -> item.decision() + " " + item.topic().orElse("-"))
            .collect(Collectors.joining(", "));
    assertEquals(written.expect(), decided);
  }
}
