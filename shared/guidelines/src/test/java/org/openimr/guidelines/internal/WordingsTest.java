package org.openimr.guidelines.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.casefile.Edition;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.reading.TreatmentReader;

/** Disputed items in the words of applications and letters reach the category and a topic. */
class WordingsTest {
  private static final Path FILE =
      Path.of("src/test/resources/org/openimr/guidelines/wordings.txt");
  private static final long DAYS = 400;
  private static final TreatmentReader READER = new TreatmentReader();
  private static final RulePack PACK = TestPack.pack();
  private static final Referee REFEREE = new Referee(PACK.definitions());
  private static final RequestVariables VARIABLES = new RequestVariables(PACK);

  /** A line of the file: category, topic, wording. */
  record Wording(String category, String topic, String words) {
    static Wording of(String line) {
      String[] parts = line.split(" \\| ", 3);
      return new Wording(parts[0], parts[1], parts[2]);
    }

    @Override
    public String toString() {
      return words;
    }
  }

  static Stream<Wording> wordings() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Wording::of);
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void reachesItsCategoryAndTopic(Wording wording) {
    TreatmentRequest request = READER.read(wording.words());
    assertEquals(
        List.of(wording.category(), wording.topic()),
        List.of(request.category().name(), topic(request)));
  }

  /** R-23: what is in no table is left to the physician, and that is rare. */
  @Test
  void leavesFewWordingsToNoTopic() throws IOException {
    List<Wording> all = wordings().toList();
    List<Wording> open = all.stream().filter(wording -> wording.topic().equals("-")).toList();
    assertTrue(open.size() * 20 <= all.size(), open::toString);
  }

  private static String topic(TreatmentRequest request) {
    Optional<Edition> edition = Optional.of(Edition.M2016);
    Values values =
        VARIABLES.of(request, Optional.of(DAYS), edition).with(Map.of("parent.listed", false));
    return TopicChoice.choose(
            PACK.topics(), request.category(), edition.get(), REFEREE.complete(values))
        .topic()
        .map(Topic::id)
        .orElse("-");
  }
}
