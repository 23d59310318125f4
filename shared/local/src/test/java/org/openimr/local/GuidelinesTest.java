package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guideline analyst's commands. */
class GuidelinesTest {
  private static final Path RULES = Path.of("../guidelines/src/main/guidelines");
  private static final Path LETTER = Path.of("../../events/published-determination.txt");

  @TempDir private Path folder;

  @Test
  void listsTheTopicsOfACategory() {
    Run run = Run.of("guidelines", "list", "--category", "MASSAGE", "--edition", "M2015");

    assertTrue(
        run.out().lines().anyMatch(line -> line.startsWith("massage-therapy ")), run::toString);
  }

  @Test
  void listsNoTopicThatDoesNotReachTheCategory() {
    Run run = Run.of("guidelines", "list", "--category", "MASSAGE");

    assertTrue(
        run.out().lines().noneMatch(line -> line.startsWith("opioids-continued ")), run::toString);
  }

  @Test
  void findsTheProjectsTopicsSound() {
    Run run = Run.of("guidelines", "check", RULES);

    assertEquals(
        List.of(0, "", true),
        List.of(run.status(), run.err(), run.out().endsWith(" topics are sound\n")));
  }

  @Test
  void saysWhereAnExpressionNamesNoFact() throws IOException {
    change("expression: request.quantityStated", "expression: request.quantityState");

    Run run = Run.of("guidelines", "check", folder);

    assertTrue(
        run.status() == ExitStatus.REFUSED
            && run.err()
                .matches(
                    "(?s).*massage-therapy/topic\\.yaml:\\d+:\\d+: .* request\\.quantityState; is it request\\.quantityStated.*"),
        run::toString);
  }

  @Test
  void namesTheCaseThatATopicContradicts() throws IOException {
    change("expression: request.quantity <= 6.0", "expression: request.quantity <= 60.0");

    Run run = Run.of("guidelines", "test", "--topics", folder);

    assertTrue(
        run.status() == ExitStatus.REFUSED
            && run.err().contains("massage-therapy/cases.yaml:1:")
            && run.err().contains("T01"),
        run::toString);
  }

  @Test
  void asksForACitation() throws IOException {
    change(
        "    citations:\n      - cite: \"MTUS Chronic Pain Medical Treatment 2009, Section(s): Massage"
            + " therapy\"\n",
        "    citations: []\n");

    Run run = Run.of("guidelines", "check", folder);

    assertTrue(run.err().contains("no citation"), run::toString);
  }

  @Test
  void findsEditionsThatOverlap() throws IOException {
    change(
        "  - from: M2009\n    until: M2015\n    rule",
        "  - from: M2009\n    until: M2016\n    rule");

    Run run = Run.of("guidelines", "check", folder);

    assertTrue(run.err().contains("edition M2016 is in two sections"), run::toString);
  }

  @Test
  void saysThatAFolderHoldsNoRules() {
    Run run = Run.of("guidelines", "check", folder);

    assertEquals(
        new Run(ExitStatus.REFUSED, "", folder + ": no folder of rules: it has no policy.yaml.\n"),
        run);
  }

  @Test
  void showsWhatEachTopicDecides() {
    Run run = Run.of("guidelines", "coverage", LETTER);

    assertTrue(
        run.out().lines().anyMatch(line -> line.matches("massage-therapy +1 +1 +1/1 +0/0")),
        run::toString);
  }

  @Test
  void showsWhichDecisionsARuleTurned() throws IOException {
    Path report = folder.resolve("before.json");
    Run.of("replay", LETTER, "--report", report);
    Files.writeString(
        report,
        Files.readString(report)
            .replaceFirst("\"proposed\" : \"UPHELD\"", "\"proposed\" : \"OVERTURNED\""));

    Run run = Run.of("replay", LETTER, "--against", report);

    assertTrue(
        run.out()
            .contains(
                "changed  CM15-0299001 1  OVERTURNED (opioids-continued) -> UPHELD"
                    + " (opioids-continued)  agrees\n1 decisions differ"),
        run::toString);
  }

  /** A copy of the project's rules in which the massage topic is changed. */
  private void change(String text, String replacement) throws IOException {
    try (var files = Files.walk(RULES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(RULES.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        String content = Files.readString(file);
        boolean massage = file.endsWith(Path.of("massage-therapy", "topic.yaml"));
        Files.writeString(copy, massage ? content.replace(text, replacement) : content);
      }
    }
  }
}
