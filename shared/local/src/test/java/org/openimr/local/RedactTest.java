package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactTest {
  @TempDir private Path folder;

  @Test
  void writesACopyNamedByItsContentAndCountsWhatItRemoved() throws IOException {
    Path file = Files.writeString(folder.resolve("Ana Zubiri.txt"), "Dr. Zubiri saw her.\n");
    Run run = Run.of("redact", file, "--out", folder.resolve("out"));
    assertEquals(
        List.of(ExitStatus.DONE, "PERSON=1", "[PERSON] saw her.\n"),
        List.of(run.status(), column(run, 2), written(run)));
  }

  @Test
  void writesNothingWhileAPlaceIsInDoubt() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "She walks with Brundlefly.\n");
    Path out = folder.resolve("out");
    assertEquals(
        List.of(
            new Run(
                ExitStatus.REFUSED,
                "",
                file
                    + ": line 1, column 16: POSSIBLE_NAME\n"
                    + file
                    + ": not written: look at the places above; list the words that name nobody in"
                    + " a file, and give it by --cleared.\n"),
            false),
        List.of(Run.of("redact", file, "--out", out), Files.exists(out)));
  }

  @Test
  void writesItOnceTheWordIsCleared() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "She walks with Brundlefly.\n");
    Path cleared = Files.writeString(folder.resolve("words"), "Brundlefly");
    Run run = Run.of("redact", file, "--out", folder.resolve("out"), "--cleared", cleared);
    assertEquals("She walks with Brundlefly.\n", written(run));
  }

  @Test
  void removesTheNamesOfTheCaseFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "Sample came early.\n");
    Path papers = Path.of("../../events/case-file.txt");
    Run run = Run.of("redact", file, "--out", folder.resolve("out"), "--case", papers);
    assertEquals("[PERSON] came early.\n", written(run));
  }

  private String written(Run run) throws IOException {
    return Files.readString(folder.resolve("out").resolve(column(run, 1)));
  }

  private static String column(Run run, int number) {
    return run.out().strip().split("\t", -1)[number];
  }
}
