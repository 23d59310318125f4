package org.openimr.guidelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.casefile.EditionPolicy;
import org.openimr.guidelines.internal.PackReader;
import org.openimr.reading.ClinicalSummary;
import org.openimr.reading.FactReader;
import org.openimr.reading.TreatmentReader;

/** The vectors of the domain brief (7.2) and other cases, from wording and report to decision. */
class WrittenCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/openimr/guidelines");
  private static final Evaluator EVALUATOR = Evaluator.withInstalledPack();

  static Stream<WrittenCases.Written> cases() {
    return Stream.of(
            "decided-from-tables.yaml",
            "decided-in-other-words.yaml",
            "decided-at-first-sight.yaml",
            "decided-at-second-sight.yaml",
            "decided-at-third-sight.yaml",
            "decided-at-fourth-sight.yaml",
            "decided-at-fifth-sight.yaml",
            "decided-at-sixth-sight.yaml",
            "decided-at-seventh-sight.yaml",
            "decided-near-misses.yaml",
            "decided-near-misses-2.yaml")
        .flatMap(file -> WrittenCases.read(FOLDER.resolve(file)).stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decidesAsTheTableDoes(WrittenCases.Written written) {
    var decided =
        evaluator(written).evaluate(written.file()).items().stream()
            .map(item -> item.decision() + " " + item.topic().orElse("-"))
            .collect(Collectors.joining(", "));
    assertEquals(written.expect(), decided);
  }

  private static Evaluator evaluator(WrittenCases.Written written) {
    if (written.policy().isEmpty()) {
      return EVALUATOR;
    }
    var pack = PackReader.installed().with(EditionPolicy.UR_DATE, written.policy());
    return Evaluator.with(pack, new TreatmentReader(), new FactReader(), new ClinicalSummary());
  }
}
