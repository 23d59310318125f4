package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.casefile.Decision;
import org.openimr.guidelines.Evaluator;

/** {@code replay} of published determinations (design section 3.4). */
class ReplayTest {
  private static final Path LETTER = Path.of("../../events/published-determination.txt");
  private static final Path SHARED =
      Path.of(System.getProperty("openimr.shared", "../../../shared"));
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where an item's text says how it was decided, and why: up to the next empty line. */
  private static final Pattern REVIEWER =
      Pattern.compile(
          "(MAXIMUS guideline|Decision rationale): .*?(?=\\n\\n|\\n*\\z)", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void comparesALetterWithItsProposals() throws IOException {
    Path file = folder.resolve("reports/report.json");

    Run run = Run.of("replay", LETTER, "--report", file);

    JsonNode report = JSON.readTree(file.toFile());
    assertEquals(
        List.of(
            "0",
            "",
            "1 letters, 2 items, 0 undetermined, 0 not parsed",
            "openimr/replay/1",
            "CM15-0299001 1 UPHELD UPHELD opioids-continued",
            "CM15-0299001 2 UPHELD UPHELD massage-therapy"),
        List.of(
            Integer.toString(run.status()),
            run.err(),
            run.out().lines().toList().getLast(),
            report.path("schema").asText(),
            row(report.at("/rows/0")),
            row(report.at("/rows/1"))));
  }

  private static String row(JsonNode row) {
    return String.join(
        " ",
        List.of("caseNumber", "item", "published", "proposed", "topic").stream()
            .map(name -> row.path(name).asText())
            .toList());
  }

  @Test
  void proposesTheSameWhateverWasPublished() throws IOException {
    String letter = Files.readString(LETTER);
    String swapped =
        REVIEWER
            .matcher(letter.replace(": Upheld", ": Overturned"))
            .replaceAll("$1: Function improved, the worker is back at work, 4 visits are enough.");
    Replay asPublished = replay("published.txt", letter);
    Replay otherwise = replay("swapped.txt", swapped);

    assertEquals(proposals(asPublished), proposals(otherwise));
    assertEquals(
        List.of(Decision.OVERTURNED, Decision.OVERTURNED),
        otherwise.rows().stream().map(ReplayRow::published).toList());
    assertNotEquals(letter.length(), swapped.length());
  }

  private Replay replay(String name, String letter) throws IOException {
    var replay = new Replay(Evaluator.withInstalledPack());
    replay.add(Files.writeString(folder.resolve(name), letter));
    return replay;
  }

  private static List<String> proposals(Replay replay) {
    return replay.rows().stream()
        .map(row -> row.item() + " " + row.description() + " " + row.proposed() + " " + row.topic())
        .toList();
  }

  @Test
  void namesWhatIsNoLetter() throws IOException {
    Path file = Path.of("../../events/case-file.json");
    Path absent = folder.resolve("absent");

    Run run = Run.of("replay", file, absent, "--report", folder.resolve("report.json"));

    assertEquals(
        new Run(
            ExitStatus.REFUSED,
            "0 letters, 0 items, 0 undetermined, 1 not parsed",
            file
                + ": UNSUPPORTED_TYPE: not a published determination that can be read.\n"
                + absent
                + ": no such file or folder.\n"),
        new Run(run.status(), run.out().lines().toList().getLast(), run.err()));
  }

  @Test
  void readsEveryLetterAtHand() {
    Path letters = SHARED.resolve("determinations");
    Path seed = SHARED.resolve("seed-determination.txt");
    assumeTrue(Files.isDirectory(letters) && Files.exists(seed), "no letters beside the checkout");
    var replay = new Replay(Evaluator.withInstalledPack());

    Inputs.of(List.of(letters, seed)).files().forEach(replay::add);

    assertEquals(
        List.of(80, 182, List.of()),
        List.of(replay.cases(), replay.rows().size(), replay.unparsed()));
  }
}
