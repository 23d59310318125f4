package org.openimr.guidelines.internal.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openimr.casefile.Drug;
import org.openimr.casefile.Edition;
import org.openimr.casefile.Region;
import org.openimr.casefile.RequestedQuantity;
import org.openimr.casefile.Side;
import org.openimr.casefile.Supply;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.casefile.Unit;
import org.openimr.guidelines.internal.Referee;
import org.openimr.guidelines.internal.RequestVariables;
import org.openimr.guidelines.internal.RulePack;
import org.openimr.guidelines.internal.Ruling;
import org.openimr.guidelines.internal.TopicChoice;
import org.openimr.guidelines.internal.Values;
import org.openimr.reading.FactDictionary;
import org.openimr.reading.TreatmentReader;

/** Runs the cases of topics: given facts, an expected decision. */
final class TopicCases {
  private final RulePack pack;
  private final FactDictionary dictionary;
  private final Referee referee;
  private final TreatmentReader treatments = new TreatmentReader();
  private final List<PackProblem> problems = new ArrayList<>();

  TopicCases(RulePack pack, FactDictionary dictionary) {
    this.pack = pack;
    this.dictionary = dictionary;
    this.referee = new Referee(pack.definitions());
  }

  List<PackProblem> problems() {
    return problems;
  }

  /**
   * Runs a file of cases and says how many there are.
   *
   * @param neverSupported whether the topic says that its guideline supports nothing of this kind
   */
  int run(SourceFile file, String topic, boolean neverSupported) {
    JsonNode cases = file.content();
    var kinds = new CaseKinds();
    for (int i = 0; i < cases.size(); i++) {
      String pointer = "/" + i;
      JsonNode given = cases.get(i);
      for (String fact : unknownFacts(given)) {
        problems.add(file.problem(pointer + "/facts", 0, "no such fact: " + fact));
      }
      Map<String, String> expected = expected(given.get("expect"));
      Map<String, String> actual = actual(given, topic, kinds);
      actual.keySet().retainAll(expected.keySet());
      if (!actual.equals(expected)) {
        String name = given.get("name").asText();
        String message = name + ": expected " + expected + " but was " + actual;
        problems.add(file.problem(pointer, 0, message));
      }
    }
    for (String missing : kinds.missing(neverSupported)) {
      problems.add(file.problem("", 0, missing));
    }
    return cases.size();
  }

  private List<String> unknownFacts(JsonNode given) {
    var names = new ArrayList<String>();
    given.get("facts").fieldNames().forEachRemaining(names::add);
    names.removeIf(dictionary.facts()::containsKey);
    return names;
  }

  /** Flat, so that a difference is readable: {@code criterion visit-limit -> MET}. */
  private static Map<String, String> expected(JsonNode expect) {
    var flat = new TreeMap<String, String>();
    for (var entry : expect.properties()) {
      JsonNode value = entry.getValue();
      switch (entry.getKey()) {
        case "criteria" ->
            value
                .properties()
                .forEach(c -> flat.put("criterion " + c.getKey(), c.getValue().asText()));
        case "decided", "flags" -> flat.put(entry.getKey(), texts(value, true).toString());
        case "citations" -> flat.put(entry.getKey(), texts(value, false).toString());
        case "supported" -> flat.put(entry.getKey(), value.isNull() ? "none" : number(value));
        default -> flat.put(entry.getKey(), value.asText());
      }
    }
    return flat;
  }

  private static String number(JsonNode value) {
    return String.valueOf(value.doubleValue());
  }

  private Map<String, String> actual(JsonNode given, String topic, CaseKinds kinds) {
    var settings = new TreeMap<String, Object>();
    given.path("policy").properties().forEach(s -> settings.put(s.getKey(), value(s.getValue())));
    var variables = new RequestVariables(pack.with(pack.editionPolicy(), settings));
    Optional<Long> days =
        Optional.of(given.path("daysSinceInjury")).filter(JsonNode::isNumber).map(JsonNode::asLong);
    var facts = new TreeMap<String, Object>();
    given.get("facts").properties().forEach(f -> facts.put(f.getKey(), value(f.getValue())));
    given
        .path("parent")
        .properties()
        .forEach(p -> facts.put("parent." + p.getKey(), value(p.getValue())));
    facts.putIfAbsent("parent.listed", given.has("parent"));
    facts.putIfAbsent("parent.authorized", false);
    facts.putIfAbsent("parent.category", "NONE");
    TreatmentRequest request = request(given.get("request"));
    var edition = Edition.valueOf(given.get("edition").asText());
    Values values = variables.of(request, days, Optional.of(edition)).with(facts);
    var choice =
        TopicChoice.choose(pack.topics(), request.category(), edition, referee.complete(values));
    var reached = choice.topic().filter(t -> t.id().equals(topic)).flatMap(t -> choice.guideline());
    if (reached.isEmpty()) {
      return new TreeMap<>(Map.of("decision", "UNDETERMINED"));
    }
    boolean readable = given.path("readable").asBoolean(true);
    Ruling ruling = referee.decide(reached.get(), values, readable);
    kinds.add(ruling);
    var flat = flat(ruling);
    flat.put("citations", reached.get().citations(ruling.values()).toString());
    return flat;
  }

  private static Map<String, String> flat(Ruling ruling) {
    var flat = new TreeMap<String, String>();
    flat.put("decision", ruling.decision().name());
    flat.put("supported", ruling.supported().map(String::valueOf).orElse("none"));
    flat.put("flags", new TreeSet<>(ruling.flags()).toString());
    var decided = new TreeSet<String>();
    for (Ruling.Finding finding : ruling.findings()) {
      flat.put("criterion " + finding.rule().id(), finding.result().name());
      if (finding.decided()) {
        decided.add(finding.rule().id());
      }
    }
    flat.put("decided", decided.toString());
    return flat;
  }

  /** Of an item's wording, or of the fields that a case names one by one. */
  private TreatmentRequest request(JsonNode node) {
    if (node.isTextual()) {
      return treatments.read(node.asText());
    }
    var unit = Unit.valueOf(node.path("unit").asText(Unit.VISIT.name()));
    return new TreatmentRequest(
        TreatmentCategory.valueOf(node.get("category").asText()),
        texts(node.path("topics"), false),
        texts(node.path("regions"), false).stream().map(Region::valueOf).toList(),
        Optional.of(node.path("side"))
            .filter(JsonNode::isTextual)
            .map(s -> Side.valueOf(s.asText())),
        texts(node.path("levels"), false),
        drug(node),
        Optional.of(node.path("quantity"))
            .filter(JsonNode::isNumber)
            .map(quantity -> RequestedQuantity.of(quantity.asLong(), unit)),
        amount(node, "frequencyPerWeek"),
        amount(node, "durationWeeks"),
        amount(node, "refills").map(BigDecimal::intValue),
        amount(node, "daysSupply").map(BigDecimal::intValue),
        Optional.of(node.path("supply"))
            .filter(JsonNode::isTextual)
            .map(s -> Supply.valueOf(s.asText())),
        node.path("retrospective").asBoolean(),
        node.path("dependent").asBoolean());
  }

  private static Optional<BigDecimal> amount(JsonNode node, String field) {
    return Optional.of(node.path(field)).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
  }

  private static Optional<Drug> drug(JsonNode node) {
    if (!node.has("ingredients")) {
      return Optional.empty();
    }
    var strengths = new ArrayList<BigDecimal>();
    node.path("strengths").forEach(strength -> strengths.add(strength.decimalValue()));
    var ingredients = texts(node.get("ingredients"), false);
    var form = Optional.of(node.path("form")).filter(JsonNode::isTextual).map(JsonNode::asText);
    return Optional.of(new Drug(ingredients, Optional.empty(), strengths, form));
  }

  private static List<String> texts(JsonNode node, boolean sorted) {
    var texts = new ArrayList<String>();
    node.forEach(text -> texts.add(text.asText()));
    if (sorted) {
      texts.sort(null);
    }
    return texts;
  }

  private static Object value(JsonNode node) {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNumber() ? (Object) node.doubleValue() : node.asText();
  }
}
