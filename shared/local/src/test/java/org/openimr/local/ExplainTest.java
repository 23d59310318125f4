package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code explain} shows. The golden files are written anew by {@code
 * -Dopenimr.golden.write=true}, and reviewed in the difference.
 */
class ExplainTest {
  private static final Path EVENTS = Path.of("../../events");
  private static final Path GOLDEN = Path.of("src/test/resources/org/openimr/local");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void explainsAnItemOfTheSample(int item) throws IOException {
    Run run = Run.of("explain", EVENTS.resolve("case-file.json"), item);

    assertEquals(new Run(ExitStatus.DONE, golden(item, run.out()), ""), run);
  }

  private static String golden(int item, String now) throws IOException {
    Path file = GOLDEN.resolve("explain-" + item + ".txt");
    if (Boolean.getBoolean("openimr.golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, now);
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void explainsAPublishedLetterBlind() {
    Run run = Run.of("explain", EVENTS.resolve("published-determination.txt"), 1);

    assertEquals("1. Norco 10/325mg #90\n", run.out().substring(0, run.out().indexOf('\n') + 1));
    assertEquals(ExitStatus.DONE, run.status());
  }

  @Test
  void saysHowManyItemsThereAre() {
    Path file = EVENTS.resolve("case-file.json");

    assertEquals(
        new Run(ExitStatus.USAGE, "", file + ": the case has 2 items.\n"),
        Run.of("explain", file, 3));
  }

  @Test
  void saysThatAFileIsMissing() {
    Path file = folder.resolve("absent.pdf");

    assertEquals(
        new Run(ExitStatus.REFUSED, "", file + ": no such file.\n"), Run.of("explain", file, 1));
  }
}
