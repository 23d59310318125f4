package org.openimr.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The sample's documents, word for word. {@code -Dgolden.rewrite=true} writes the files anew;
 * review the difference.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/openimr/letter/golden");
  private static final DocumentSet SAMPLE =
      new Letter().proposal(Samples.file(), Samples.evaluation(), 1);
  private static final DocumentSet FINAL =
      new Letter().issued(Samples.file(), Samples.evaluation(), 1, SampleReviews.adoption());

  private static final DocumentSet CORRECTION =
      new Letter().correction(Corrections.SAMPLE, Corrections.DAY);

  @Test
  void writesJson() throws IOException {
    assertGolden("determination.json", SAMPLE.json());
  }

  @Test
  void writesText() throws IOException {
    assertGolden("determination.txt", SAMPLE.text());
  }

  @Test
  void writesHtml() throws IOException {
    assertGolden("determination.html", SAMPLE.html());
  }

  @Test
  void writesAFinalDeterminationAsJson() throws IOException {
    assertGolden("final.json", FINAL.json());
  }

  @Test
  void writesAFinalDeterminationAsText() throws IOException {
    assertGolden("final.txt", FINAL.text());
  }

  @Test
  void writesAFinalDeterminationAsHtml() throws IOException {
    assertGolden("final.html", FINAL.html());
  }

  @Test
  void writesACorrectionAsJson() throws IOException {
    assertGolden("correction.json", CORRECTION.json());
  }

  @Test
  void writesACorrectionAsText() throws IOException {
    assertGolden("correction.txt", CORRECTION.text());
  }

  @Test
  void writesACorrectionAsHtml() throws IOException {
    assertGolden("correction.html", CORRECTION.html());
  }

  private static void assertGolden(String name, byte[] actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.createDirectories(FOLDER);
      Files.write(file, actual);
      Files.write(Path.of("target", "determination.pdf"), SAMPLE.pdf());
      Files.write(Path.of("target", "final.pdf"), FINAL.pdf());
      Files.write(Path.of("target", "correction.pdf"), CORRECTION.pdf());
    }
    assertEquals(Files.readString(file), new String(actual, StandardCharsets.UTF_8));
  }
}
