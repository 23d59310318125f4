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
        "topics/massage-therapy/topic.yaml:84:33: no fact, definition or variable is named unheardOf",
        refusal("homeExercise || activeTherapyConcurrent", "homeExercise || unheardOf"));
  }

  @Test
  void refusesHas() throws IOException {
    assertEquals(
        "has() is not allowed",
        refusal("homeExercise || activeTherapyConcurrent", "has(request.quantity)")
            .replaceAll("^[^ ]+ (has\\(\\) is not allowed).*", "$1"));
  }

  @Test
  void refusesATernary() throws IOException {
    assertEquals(
        "?: is not allowed: use &&, || and !",
        refusal("homeExercise || activeTherapyConcurrent", "'homeExercise ? true : false'")
            .replaceAll("^[^ ]+ ", ""));
  }

  @Test
  void refusesAnExpressionOfTheWrongKind() throws IOException {
    assertEquals(
        "gives double, not bool",
        refusal("homeExercise || activeTherapyConcurrent", "request.quantity")
            .replaceAll("^[^ ]+ ", ""));
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
        "topics/massage-therapy/topic.yaml:84:37: mapping values are not allowed here",
        refusal("homeExercise || activeTherapyConcurrent", "homeExercise ? true : false"));
  }

  @Test
  void refusesATopicThatFailsACase() throws IOException {
    assertEquals(
        "T03 six visits after six without functional gain",
        refusal("expression: request.quantity <= 6.0", "expression: request.quantity <= 5.0")
            .replaceAll("^[^ ]+ ([^:]*):.*", "$1"));
  }

  /** The first problem after a change in the massage topic. */
  private String refusal(String text, String changed) throws IOException {
    try (var files = Files.walk(TestPack.TOPICS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = topics.resolve(TestPack.TOPICS.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        String content = Files.readString(file);
        Files.writeString(copy, massage(file) ? content.replace(text, changed) : content);
      }
    }
    return problems(TestPack.compile(topics)).getFirst();
  }

  private static boolean massage(Path file) {
    return file.endsWith(Path.of("massage-therapy", "topic.yaml"));
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
