package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job on the sample case file, by the command line and through every handler. */
class SampleCaseTest {
  private static final Path EVENTS = Path.of("../../events");
  private static final String CASE = "CM15-0212345";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path out;

  @ParameterizedTest
  @ValueSource(strings = {"case-file.json", "case-file.txt", "case-file.pdf"})
  void decidesTheSampleInEveryForm(String file) throws IOException {
    Run run = process(EVENTS.resolve(file), "once");

    assertEquals(new Run(ExitStatus.DONE, CASE + "\tPROPOSED\tOVERTURNED,UPHELD\n", ""), run);
    assertEquals("PARTIALLY_OVERTURN", determination("once").path("overall").asText());
    assertEquals(
        List.of("120", "108", "108", "108"), quantities(determination("once").at("/items/1")));
    assertEquals(List.of("6", "0", "6", "6"), quantities(determination("once").at("/items/0")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"case-file.txt", "case-file.pdf"})
  void givesTheSameDecisionsCriteriaAndQuotesInEveryForm(String file) throws IOException {
    process(EVENTS.resolve("case-file.json"), "json");
    process(EVENTS.resolve(file), "other");

    assertEquals(substance(determination("json")), substance(determination("other")));
  }

  @Test
  void provesWhatTheOpioidItemLacks() throws IOException {
    process(EVENTS.resolve("case-file.json"), "once");
    JsonNode opioid = determination("once").at("/items/1");

    assertEquals("MET", criterion(opioid, "pain-relief").path("result").asText());
    assertTrue(
        criterion(opioid, "pain-relief")
            .at("/evidence/0/quote")
            .asText()
            .contains("10 out of 10 without medications and 7 out of 10 with medications"));
    JsonNode function = criterion(opioid, "functional-measure");
    assertEquals("NOT_DOCUMENTED", function.path("result").asText());
    assertTrue(function.at("/searched/pagesRead").asInt() > 0);
    assertTrue(function.at("/searched/terms").size() > 5);
    assertTrue(function.at("/searched/nearest").size() > 0);
  }

  @Test
  void turnsTheOpioidItemWhenFunctionIsMeasuredAndImproved() throws IOException {
    Path file =
        changed(
            "She reports that\\nmassage loosens the neck.",
            "With the medication\\nshe walks 45 minutes instead of 10 minutes without it, and cooks and cleans.\\n"
                + "The Neck Disability Index improved from 52 to 30 percent. The urine drug screen\\n"
                + "of 09/02/2015 was consistent, and there is no aberrant drug behavior.");

    assertEquals(CASE + "\tPROPOSED\tOVERTURNED,OVERTURNED\n", process(file, "once").out());
  }

  @Test
  void turnsTheMassageItemWhenTwelveVisitsAreAskedFor() throws IOException {
    Path file = changed("(sessions) Qty 6", "(sessions) Qty 12");

    assertEquals(CASE + "\tPROPOSED\tUPHELD,UPHELD\n", process(file, "once").out());
  }

  @Test
  void writesTheSameBytesEachTime() throws IOException {
    process(EVENTS.resolve("case-file.pdf"), "once");
    process(EVENTS.resolve("case-file.pdf"), "again");

    for (String form : List.of("json", "txt", "html", "pdf")) {
      assertArrayEquals(
          Files.readAllBytes(folder("once").resolve("determination." + form)),
          Files.readAllBytes(folder("again").resolve("determination." + form)),
          form);
    }
  }

  @Test
  void everyAnchorPointsIntoTheTextBesideIt() throws IOException {
    process(EVENTS.resolve("case-file.pdf"), "once");
    int anchors = 0;
    for (JsonNode evidence : determination("once").findValues("evidence")) {
      for (JsonNode anchor : evidence) {
        String text =
            Files.readString(
                folder("once").resolve("documents/" + anchor.path("document").asText() + ".txt"));
        int from = text.offsetByCodePoints(0, anchor.path("start").asInt());
        int to = text.offsetByCodePoints(0, anchor.path("end").asInt());
        assertEquals(anchor.path("quote").asText(), text.substring(from, to));
        anchors++;
      }
    }
    assertTrue(anchors > 2);
  }

  private Run process(Path file, String name) {
    return Run.of("process", file, "--out", out.resolve(name), "--as-of", "2015-11-20");
  }

  private Path folder(String name) {
    return out.resolve(name).resolve(CASE);
  }

  private JsonNode determination(String name) throws IOException {
    return JSON.readTree(folder(name).resolve("determination.json").toFile());
  }

  private Path changed(String from, String to) throws IOException {
    String sample = Files.readString(EVENTS.resolve("case-file.json"));
    assertTrue(sample.contains(from), "the sample has what is changed");
    return Files.writeString(out.resolve("changed.json"), sample.replace(from, to));
  }

  private static JsonNode criterion(JsonNode item, String id) {
    for (JsonNode criterion : item.path("criteria")) {
      if (criterion.path("id").asText().equals(id)) {
        return criterion;
      }
    }
    throw new AssertionError(
        "no criterion " + id + " in " + item.path("criteria").findValuesAsText("id"));
  }

  private static List<String> quantities(JsonNode item) {
    return List.of("requested", "certifiedByUr", "supported", "netEffect").stream()
        .map(name -> item.path("quantity").path(name).asText())
        .toList();
  }

  /** Decisions, criteria results and quotes. */
  private static List<String> substance(JsonNode determination) {
    var lines = new ArrayList<String>();
    for (JsonNode item : determination.path("items")) {
      lines.add(item.path("description").asText() + ": " + item.path("decision").asText());
      for (JsonNode criterion : item.path("criteria")) {
        lines.add(criterion.path("id").asText() + ": " + criterion.path("result").asText());
        lines.addAll(criterion.findValuesAsText("quote"));
      }
    }
    return lines;
  }
}
