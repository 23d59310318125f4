package org.openimr.guidelines.internal.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.guidelines.internal.TestPack;

class PackCompilerTest {
  private static final String FULL = "homeExercise || activeTherapyConcurrent || activeCarePlanned";

  @TempDir private Path topics;

  @Test
  void passesEveryCaseOfEveryTopic() {
    var result = TestPack.compile(TestPack.TOPICS);
    assertEquals(List.of(), problems(result));
  }

  @Test
  void givesTheSameBytesForTheSameTopics() {
    assertArrayEquals(bytes(), bytes());
  }

  @Test
  void refusesAFactThatTheDictionaryDoesNotHave() throws IOException {
    assertEquals(
        "topics/massage-therapy/topic.yaml:111:33: no fact, definition or variable is named unheardOf",
        refusal(FULL, "homeExercise || unheardOf"));
  }

  @Test
  void refusesHas() throws IOException {
    assertEquals(
        "has() is not allowed",
        refusal(FULL, "has(request.quantity)")
            .replaceAll("^[^ ]+ (has\\(\\) is not allowed).*", "$1"));
  }

  @Test
  void refusesATernary() throws IOException {
    assertEquals(
        "?: is not allowed: use &&, || and !",
        refusal(FULL, "'homeExercise ? true : false'").replaceAll("^[^ ]+ ", ""));
  }

  @Test
  void refusesAnExpressionOfTheWrongKind() throws IOException {
    assertEquals(
        "gives double, not bool", refusal(FULL, "request.quantity").replaceAll("^[^ ]+ ", ""));
  }

  @Test
  void refusesAPlaceInASentenceThatNoFactFills() throws IOException {
    assertEquals(
        "no such variable: request.quantitty",
        refusal("asks for {request.quantity} visits", "asks for {request.quantitty} visits")
            .replaceAll("^[^ ]+ ", ""));
  }

  @Test
  void refusesAnUnknownField() throws IOException {
    assertEquals(
        "unknown field silentt",
        refusal(
                "    silent: The records do not show exercise",
                "    silentt: The records do not show exercise")
            .replaceAll("^[^ ]+ ", ""));
  }

  @Test
  void refusesAFileThatIsNotYaml() throws IOException {
    assertEquals(
        "topics/massage-therapy/topic.yaml:111:37: mapping values are not allowed here",
        refusal(FULL, "homeExercise ? true : false"));
  }

  @Test
  void refusesATopicThatFailsACase() throws IOException {
    assertEquals(
        "T03 six visits after six without functional gain",
        refusal("expression: request.quantity <= 6.0", "expression: request.quantity <= 5.0")
            .replaceAll("^[^ ]+ ([^:]*):.*", "$1"));
  }

  @Test
  void refusesATableThatNoTopicHolds() throws IOException {
    assertEquals(
        "no topic holds table G-27: write one, or name it in a topic's sources",
        what(refusal("sources: [G-27, ", "sources: [")));
  }

  @Test
  void refusesACrossCuttingRuleThatNothingHolds() throws IOException {
    assertEquals(
        "nothing holds rule R-25: name it in a topic's sources or in elsewhere",
        what(refusal("policy.yaml", "rules: 24", "rules: 25")));
  }

  @Test
  void refusesAMissingCitation() throws IOException {
    assertEquals(
        "no citation: name the section that the rule paraphrases",
        what(
            refusal(
                "    citations:\n      - cite: \"MTUS Chronic Pain Medical Treatment 2009, Section(s): Massage therapy\"\n",
                "    citations: []\n")));
  }

  @Test
  void refusesACitationOutOfForm() throws IOException {
    assertEquals(
        "not the form of a citation: write MTUS, chapter and year, Section(s): section; or Non-MTUS"
            + " Citation, publisher, chapter, section",
        what(
            refusal(
                "MTUS Chronic Pain Medical Treatment 2009, Section(s): Massage therapy",
                "MTUS Chronic Pain, Massage therapy")));
  }

  @Test
  void refusesEditionsThatOverlap() throws IOException {
    assertEquals(
        "edition M2016 is in two sections: let one of them end before",
        what(refusal("    until: M2015\n    rule", "    until: M2016\n    rule")));
  }

  @Test
  void refusesAGapBetweenEditions() throws IOException {
    assertEquals(
        "edition M2017 is in no section: extend one, or say in begins why not",
        what(
            refusal(
                "  - from: M2017\n    until: M2021\n    rule",
                "  - from: F2018\n    until: M2021\n    rule")));
  }

  @Test
  void refusesATopicWithoutACaseThatItMeets() throws IOException {
    assertEquals(
        "topics/chest-film/cases.yaml:1:1: no case meets the topic: add one that is overturned, or"
            + " say neverSupported and why",
        refusal(
            "topics/chest-film/cases.yaml",
            "comorbidity: true",
            "comorbidity: false",
            "OVERTURNED",
            "UPHELD"));
  }

  @Test
  void refusesATopicWithoutACaseThatLacksAFact() throws IOException {
    assertEquals(
        "topics/chest-film/cases.yaml:1:1: no case lacks a fact: add one whose record is silent on"
            + " what decides",
        refusal("topics/chest-film/cases.yaml", "facts: {}", "facts: {comorbidity: false}"));
  }

  @Test
  void refusesAFactOfThePolicyThatTheDictionaryDoesNotHave() throws IOException {
    assertEquals(
        "no such fact: spurlin",
        what(refusal("policy.yaml", "sided: [spurling,", "sided: [spurlin,")));
  }

  /** A problem without where it stands. */
  private static String what(String problem) {
    return problem.replaceAll("^[^ ]+:\\d+:\\d+: ", "");
  }

  private String refusal(String text, String changed) throws IOException {
    return refusal("topics/massage-therapy/topic.yaml", text, changed);
  }

  /** The first problem after changes in a file: each text is replaced by the one after it. */
  private String refusal(String changedFile, String... changes) throws IOException {
    try (var files = Files.walk(TestPack.TOPICS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = topics.resolve(TestPack.TOPICS.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        String content = Files.readString(file);
        for (int i = 0; file.endsWith(Path.of(changedFile)) && i < changes.length; i += 2) {
          content = content.replace(changes[i], changes[i + 1]);
        }
        Files.writeString(copy, content);
      }
    }
    return problems(TestPack.compile(topics)).getFirst();
  }

  private static List<String> problems(PackCompiler.Result result) {
    return switch (result) {
      case PackCompiler.Result.Compiled ignored -> List.of();
      case PackCompiler.Result.Refused(var problems) ->
          problems.stream().map(PackProblem::toString).toList();
    };
  }

  private static byte[] bytes() {
    var result = TestPack.compile(TestPack.TOPICS);
    return assertInstanceOf(PackCompiler.Result.Compiled.class, result).pack();
  }
}
