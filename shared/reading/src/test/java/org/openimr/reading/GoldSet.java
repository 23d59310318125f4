package org.openimr.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Outcome;

/** The passages labelled by hand, and the published letters in which facts are marked. */
final class GoldSet {
  /**
   * What stands in a passage.
   *
   * @param name of the fact, {@code drug} for a drug line
   * @param values that are right; more than one where a range is told
   * @param standing as {@link org.openimr.casefile.Standing} names it; OTHER for any that is no
   *     fact
   * @param optional whether it counts neither way: a careful reader may see it so or not
   * @param start first code point of where it stands
   * @param end the code point after the last
   */
  record Label(
      String name,
      String kind,
      List<String> values,
      String standing,
      boolean optional,
      List<String> regions,
      List<String> dates,
      DrugLine drug,
      int start,
      int end) {
    boolean fact() {
      return standing.equals("FACT");
    }

    boolean isDrug() {
      return name.equals("drug");
    }
  }

  /** A drug with strengths and count; what is not told is empty. */
  record DrugLine(String drug, List<BigDecimal> strengths, Optional<BigDecimal> quantity) {
    static final DrugLine NONE = new DrugLine("", List.of(), Optional.empty());

    DrugLine {
      strengths = strengths.stream().map(BigDecimal::stripTrailingZeros).toList();
      quantity = quantity.map(BigDecimal::stripTrailingZeros);
    }
  }

  /** A case file of one document with what stands in it. */
  record Passage(String id, CaseFile file, List<Label> labels) {}

  /** A line of a request with the drug that it asks for. */
  record Request(String wording, DrugLine drug) {}

  private static final String FOLDER = "/org/openimr/reading/gold/";

  private static final Map<String, String> NAMES = names();

  private GoldSet() {}

  /** The passages written for this project, by which its patterns were mended. */
  static List<Passage> passages() {
    return passages(List.of("reports-1", "reports-2"));
  }

  /**
   * Passages in other wordings, labelled before any reader saw them: the first figures of them are
   * those of wordings that no pattern was made for.
   */
  static List<Passage> others() {
    return passages(List.of("reports-3", "reports-4"));
  }

  private static List<Passage> passages(List<String> files) {
    var passages = new ArrayList<Passage>();
    for (String file : files) {
      for (JsonNode node : read(file).path("passages")) {
        String text = node.path("text").asText();
        var labels = new ArrayList<Label>();
        node.path("labels").forEach(l -> labels.add(label(l, text)));
        passages.add(new Passage(node.path("id").asText(), file(node, text), labels));
      }
    }
    return passages;
  }

  private static CaseFile file(JsonNode node, String text) {
    Optional<LocalDate> date =
        Optional.of(node.path("date").asText()).filter(d -> !d.isEmpty()).map(LocalDate::parse);
    return CaseFiles.of(
        List.of(
            new CaseDocument(
                "gold",
                DocumentType.valueOf(node.path("type").asText()),
                date,
                text,
                new TreeSet<>())));
  }

  /** The letters beside the repository in which facts are marked; none where they are absent. */
  static List<Passage> letters() throws IOException {
    String given = System.getProperty("openimr.shared");
    Path folder = given == null ? Path.of("../../../shared") : Path.of(given);
    var letters = new ArrayList<Passage>();
    for (JsonNode node : read("letters").path("letters")) {
      String number = node.path("caseNumber").asText();
      Path pdf = folder.resolve("determinations").resolve(number + ".pdf");
      if (Files.exists(pdf)) {
        var labels = new ArrayList<Label>();
        node.path("labels").forEach(l -> labels.add(label(l, "")));
        letters.add(new Passage(number, blind(SharedFiles.text(pdf, true)), labels));
      }
    }
    return letters;
  }

  private static CaseFile blind(String text) {
    return switch (new CaseReader().read(SharedFiles.file(text), "")) {
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.Published(var letter)) ->
          new BlindCase().of(letter);
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.OfCase other) ->
          throw new AssertionError("read as papers of a case");
      case Outcome.Rejected<CaseReader.Read>(var rejection) ->
          throw new AssertionError(rejection.code());
    };
  }

  /** Lines of requests. */
  static List<Request> requests() {
    var requests = new ArrayList<Request>();
    read("requests")
        .path("requests")
        .forEach(n -> requests.add(new Request(n.path("wording").asText(), drug(n))));
    return requests;
  }

  /** Names in the fact dictionary of what the labels call by the domain brief's names. */
  private static Map<String, String> names() {
    var names = new HashMap<String, String>();
    for (var entry : read("names").path("names").properties()) {
      names.put(entry.getKey(), entry.getValue().asText());
    }
    return names;
  }

  private static Label label(JsonNode node, String text) {
    int start = node.path("start").asInt();
    int end = node.path("end").asInt();
    if (node.has("quote")) {
      String quote = node.path("quote").asText();
      start = text.indexOf(quote);
      end = start + quote.length();
    }
    String name = node.path("fact").asText("drug");
    return new Label(
        NAMES.getOrDefault(name, name),
        node.path("kind").asText("DRUG"),
        texts(node.path("values")),
        node.path("standing").asText("FACT"),
        node.path("optional").asBoolean(),
        texts(node.path("regions")),
        texts(node.path("dates")),
        node.has("drug") ? drug(node) : DrugLine.NONE,
        start,
        end);
  }

  private static DrugLine drug(JsonNode node) {
    List<BigDecimal> strengths =
        texts(node.path("strengths")).stream()
            .map(s -> new BigDecimal(s.replace("%", "")))
            .toList();
    Optional<BigDecimal> quantity =
        node.has("quantity") ? Optional.of(node.path("quantity").decimalValue()) : Optional.empty();
    return new DrugLine(node.path("drug").asText(), strengths, quantity);
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(n -> texts.add(n.asText()));
    return List.copyOf(texts);
  }

  private static JsonNode read(String name) {
    try (var in = GoldSet.class.getResourceAsStream(FOLDER + name + ".json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
