package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reasons that are given over all decided cases beside the repository: plain, and of this case.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecidedCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("openimr.shared", "../../../shared")).resolve("cases/case-files");
  private static final double SCHOOL_YEARS = 10.0;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The record's words and the sources' names are not ours to make plain. */
  private static final Pattern NOT_OURS =
      Pattern.compile(
          "“[^”]*”|\"[^\"]*\"|\\([^()]*\\)|(?m)^- Step [^\\n]*|[^.:\\n]*Section\\(s\\)[^.\\n]*");

  private static final Pattern SYLLABLE = Pattern.compile("[aeiouy]+");

  /** A decided item of a case. */
  private record Reasons(String caseNumber, JsonNode item) {
    String text() {
      return item.path("rationale").asText();
    }

    String name() {
      return caseNumber + " " + item.path("number").asText();
    }

    /** From what the record shows to before the conclusion. */
    String facts() {
      int from = Math.max(0, text().indexOf("What the record"));
      int to = text().indexOf("Conclusion.");
      return text().substring(from, to < from ? text().length() : to);
    }

    /** Criteria that rest on a passage, or on a search that found none. */
    long shown() {
      long shown = 0;
      for (JsonNode criterion : item.path("criteria")) {
        boolean anchored = !criterion.path("evidence").isEmpty();
        shown += anchored || criterion.hasNonNull("searched") ? 1 : 0;
      }
      return shown;
    }
  }

  private final List<Reasons> all = new ArrayList<>();

  @BeforeAll
  void processAll(@TempDir Path out) throws IOException {
    assumeTrue(Files.isDirectory(CASES), "skipped: no decided cases beside the repository");
    Run.of("process", CASES, "--out", out);
    try (var folders = Files.list(out)) {
      for (Path folder : folders.sorted().toList()) {
        Path file = folder.resolve("determination.json");
        if (Files.exists(file)) {
          JsonNode determination = JSON.readTree(file.toFile());
          for (JsonNode item : determination.path("items")) {
            all.add(new Reasons(determination.path("caseNumber").asText(), item));
          }
        }
      }
    }
  }

  @Test
  void everyRationaleIsPlain() {
    var hard = new TreeMap<String, Double>();
    for (Reasons reasons : all) {
      double grade = grade(NOT_OURS.matcher(reasons.text()).replaceAll(" "));
      if (grade > SCHOOL_YEARS) {
        hard.put(reasons.name(), grade);
      }
    }
    assertEquals(new TreeMap<>(), hard);
  }

  @Test
  void noTwoCasesShareTheirFacts() {
    var first = new HashMap<String, String>();
    var shared = new ArrayList<String>();
    for (Reasons reasons : all) {
      String other = first.putIfAbsent(reasons.facts(), reasons.caseNumber());
      if (other != null && !other.equals(reasons.caseNumber())) {
        shared.add(reasons.name() + " has the facts of " + other);
      }
    }
    assertEquals(List.of(), shared);
  }

  @Test
  void everyDecisionNamesTwoFactsOrProvenAbsences() {
    List<String> bare =
        all.stream()
            .filter(reasons -> reasons.item().hasNonNull("topic") && reasons.shown() < 2)
            .map(Reasons::name)
            .toList();
    assertEquals(List.of(), bare);
  }

  @Test
  void atMostOneItemInTwentyIsReachedByNoRule() {
    long open =
        all.stream()
            .filter(reasons -> reasons.item().path("decision").asText().equals("UNDETERMINED"))
            .count();
    assertTrue(open * 20 <= all.size(), () -> open + " of " + all.size());
  }

  /** 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and others, 1975). */
  private static double grade(String text) {
    long sentences =
        Arrays.stream(text.split("[.:;?!](?:\\s|$)|\\n", -1)).filter(s -> !s.isBlank()).count();
    String[] words = text.strip().split("[^A-Za-z']+");
    long syllables = Arrays.stream(words).mapToLong(DecidedCasesTest::syllables).sum();
    return 0.39 * words.length / sentences + 11.8 * syllables / words.length - 15.59;
  }

  private static long syllables(String word) {
    String spoken = word.toLowerCase(Locale.ROOT).replaceAll("(?<=[a-z]{2})e[ds]?$", "");
    return Math.max(1, SYLLABLE.matcher(spoken).results().count());
  }
}
