package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  private static final Path EVENTS = Path.of("../../events");
  private static final Path LETTER = EVENTS.resolve("published-determination.txt");

  @TempDir private Path folder;

  @Test
  void importsLettersOnceAndGoesOnWhereItStopped() throws IOException {
    Path letters = Files.createDirectories(folder.resolve("letters"));
    letter(letters, 1);
    Path data = folder.resolve("data");
    var first = Run.of("import", letters, "--data", data);
    letter(letters, 2);
    assertEquals(
        List.of(
            new Run(ExitStatus.DONE, "imported 1, already there 0, refused 0\n", ""),
            new Run(ExitStatus.DONE, "imported 1, already there 1, refused 0\n", "")),
        List.of(first, Run.of("import", letters, "--data", data)));
  }

  @Test
  void takesTheSameLetterUnderTwoNamesOnce() throws IOException {
    Path letters = Files.createDirectories(folder.resolve("letters"));
    Files.copy(LETTER, letters.resolve("a.txt"));
    Files.copy(LETTER, letters.resolve("b.txt"));
    Path data = folder.resolve("data");
    Run.of("import", letters, "--data", data);
    Run run = Run.of("explain", LETTER, 1, "--precedents", data);
    assertEquals(List.of("  none of this category and region"), nearest(run));
  }

  @Test
  void saysWhichFileIsNoLetterAndWhichIsMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "Progress Report\nDate: 1/2/2015\n");
    Path absent = folder.resolve("absent");
    assertEquals(
        new Run(
            ExitStatus.REFUSED,
            "imported 1, already there 0, refused 1\n",
            absent
                + ": no such file or folder.\n"
                + file
                + ": UNSUPPORTED_TYPE: The file is no published determination. Papers of a case"
                + " are uploaded to incoming/<case number>/.\n"),
        Run.of("import", file, absent, LETTER));
  }

  @Test
  void listsTheNearestDecisionsWithTheirOutcomes() throws IOException {
    Path letters = Files.createDirectories(folder.resolve("letters"));
    letter(letters, 1);
    Files.writeString(
        letters.resolve("other.txt"),
        Files.readString(LETTER)
            .replace("CM15-0299001", "CM15-0299009")
            .replace("2 times a week for 6 weeks: Upheld", "once a week for 4 weeks: Overturned"));
    Run run = Run.of("explain", LETTER, 2, "--precedents", letters);
    assertEquals(
        List.of(
            "  same criteria             1 upheld, 0 overturned",
            "  same topic                1 upheld, 1 overturned",
            "  same category and region  1 upheld, 1 overturned",
            "  CM15-0298001 item 2, UPHELD, 2015-12-14, distance 0",
            "  CM15-0299009 item 2, OVERTURNED, 2015-12-14, distance 15"),
        nearest(run).stream().filter(line -> !line.startsWith("    ")).toList());
  }

  @Test
  void findsTheSameInADataFolderAsInTheLetters() throws IOException {
    Path letters = Files.createDirectories(folder.resolve("letters"));
    letter(letters, 1);
    letter(letters, 2);
    Path data = folder.resolve("data");
    Run.of("import", letters, "--data", data);
    assertEquals(
        Run.of("explain", LETTER, 1, "--precedents", letters),
        Run.of("explain", LETTER, 1, "--precedents", data));
  }

  @Test
  void writesTheSameDeterminationWithAndWithoutPrecedents() throws IOException {
    Path case1 = EVENTS.resolve("case-file.json");
    Path alone = folder.resolve("alone");
    Run.of("process", case1, "--out", alone);
    Path letters = Files.createDirectories(folder.resolve("letters"));
    letter(letters, 1);
    letter(letters, 2);
    Path beside = folder.resolve("beside");
    Run run = Run.of("process", letters, case1, "--out", beside);
    assertEquals(new Run(ExitStatus.DONE, "CM15-0212345\tPROPOSED\tOVERTURNED,UPHELD\n", ""), run);
    assertEquals(documents(alone), documents(beside));
  }

  /** A letter of another case number. */
  private static void letter(Path folder, int number) throws IOException {
    Files.writeString(
        folder.resolve(number + ".txt"),
        Files.readString(LETTER).replace("CM15-0299001", "CM15-029800" + number));
  }

  private static List<String> nearest(Run run) {
    var lines = new ArrayList<>(run.out().lines().toList());
    int head =
        lines.indexOf(
            "precedents  for information: how others were decided is no evidence for this one");
    return lines.subList(head + 1, lines.size()).stream()
        .filter(line -> !line.contains(" 0 upheld, 0 overturned"))
        .toList();
  }

  private static Map<String, String> documents(Path out) throws IOException {
    var documents = new TreeMap<String, String>();
    try (var files = Files.list(out.resolve("CM15-0212345"))) {
      for (Path file : files.filter(f -> f.toString().contains("determination.")).toList()) {
        documents.put(file.getFileName().toString(), OpenedFile.sha256(Files.readAllBytes(file)));
      }
    }
    assertEquals(4, documents.size());
    return documents;
  }
}
