package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code process} prints, and how it ends (design section 3.3). */
class ProcessStatusTest {
  private static final Path EVENTS = Path.of("../../events");

  @TempDir private Path folder;

  @Test
  void isDoneWithAPublishedLetterWhichIsNoCase() {
    assertEquals(
        new Run(ExitStatus.DONE, "", ""), process(EVENTS.resolve("published-determination.txt")));
  }

  @Test
  void isDoneWithACaseThatWaitsForRecords() throws IOException {
    String papers = Files.readString(EVENTS.resolve("case-file.txt"));
    Path review =
        Files.writeString(
            Files.createDirectories(folder.resolve("CM15-0511003")).resolve("review.txt"),
            papers.substring(papers.indexOf("UTILIZATION REVIEW DETERMINATION")));

    assertEquals(
        new Run(ExitStatus.DONE, "CM15-0511003\tPENDING_RECORDS\t\n", ""), process(review));
  }

  @Test
  void namesAPathThatIsMissingAndDoesTheRest() {
    Path absent = folder.resolve("absent");

    assertEquals(
        new Run(
            ExitStatus.REFUSED,
            "CM15-0212345\tPROPOSED\tOVERTURNED,UPHELD\n",
            absent + ": no such file or folder.\n"),
        process(absent, EVENTS.resolve("case-file.json")));
  }

  @Test
  void namesAFileThatIsRefusedAndDoesTheRest() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pdf"), "");

    Run run = process(empty, EVENTS.resolve("case-file.json"));

    assertEquals(
        new Run(
            ExitStatus.REFUSED,
            "CM15-0212345\tPROPOSED\tOVERTURNED,UPHELD\n",
            empty + ": EMPTY_FILE: SENTENCE\n"),
        new Run(
            run.status(),
            run.out(),
            run.err().replaceFirst("EMPTY_FILE: [A-Z].*[.]", "EMPTY_FILE: SENTENCE")));
  }

  @Test
  void walksAFolderInTheOrderOfNamesWithoutHiddenFiles() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("in"));
    sample(Files.createDirectories(inside.resolve("b")).resolve("1.json"), "CM15-0511002");
    sample(inside.resolve("a.json"), "CM15-0511001");
    Files.writeString(inside.resolve(".hidden"), "not looked at");

    assertEquals(
        new Run(
            ExitStatus.DONE,
            "CM15-0511001\tPROPOSED\tOVERTURNED,UPHELD\nCM15-0511002\tPROPOSED\tOVERTURNED,UPHELD\n",
            ""),
        process(inside));
  }

  @Test
  void flagsEachOfTwoCasesThatDisputeTheSame() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("in"));
    claimed(inside.resolve("1.json"), "CM15-0511001", "WC-2009-000417");
    claimed(inside.resolve("2.json"), "CM15-0511002", "WC 2009 000417");
    claimed(inside.resolve("3.json"), "CM15-0511003", "WC-2009-000999");
    process(inside);

    assertEquals(
        List.of(
            List.of("Also filed as case CM15-0511002 on the same utilization review decision."),
            List.of("Also filed as case CM15-0511001 on the same utilization review decision."),
            List.of()),
        List.of(
            duplicates("CM15-0511001"), duplicates("CM15-0511002"), duplicates("CM15-0511003")));
  }

  @Test
  void failsWhereItCannotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    Run run = Run.of("process", EVENTS.resolve("case-file.json"), "--out", file.resolve("out"));

    assertEquals(ExitStatus.INFRASTRUCTURE, run.status());
    assertEquals(List.of("openimr"), run.err().lines().map(line -> line.split(":", 2)[0]).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "process",
        "process some.pdf",
        "process some.pdf --out",
        "process some.pdf --out x --as-of yesterday",
        "process some.pdf --out x --no-such-flag",
        "process some.pdf --out x --stack s --as-of 2015-11-20",
        "process some.pdf --out x --stack s --endpoint http://localhost:1",
        "process some.pdf --out x --stack s --ocr",
        "explain some.pdf",
        "explain some.pdf two",
        "serve --port 65535",
        "serve --port -1",
        "no-such-command"
      })
  void refusesWrongUsage(String words) {
    Run run = Run.of((Object[]) words.split(" "));

    assertEquals(ExitStatus.USAGE, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().lines().count() > 1, "says what is wrong, and the usage");
  }

  private Run process(Path... files) {
    var words = new java.util.ArrayList<Object>(List.of("process", "--out", folder.resolve("out")));
    words.addAll(List.of(files));
    return Run.of(words.toArray());
  }

  /** The reasons of the findings of E05 in a case's status. */
  private List<String> duplicates(String caseNumber) throws IOException {
    Path status = folder.resolve("out").resolve(caseNumber).resolve("status.json");
    var findings = new ObjectMapper().readTree(status.toFile()).at("/eligibility/findings");
    return findings
        .valueStream()
        .filter(finding -> finding.path("rule").asText().equals("E05_DUPLICATE"))
        .map(finding -> finding.path("reason").asText())
        .toList();
  }

  private static void claimed(Path to, String caseNumber, String claim) throws IOException {
    sample(to, caseNumber);
    Files.writeString(to, Files.readString(to).replace("WC-2009-000417", claim));
  }

  private static void sample(Path to, String caseNumber) throws IOException {
    Files.writeString(
        to, Files.readString(EVENTS.resolve("case-file.json")).replace("CM15-0212345", caseNumber));
  }
}
