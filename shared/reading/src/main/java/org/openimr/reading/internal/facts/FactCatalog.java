package org.openimr.reading.internal.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openimr.reading.FactDictionary;
import org.openimr.reading.FactDictionary.Entry;
import org.openimr.reading.FactDictionary.Kind;
import org.openimr.reading.internal.flow.DataFile;

/** The dictionary with the wordings of its facts. Immutable, safe for threads. */
final class FactCatalog {
  /**
   * A fact and how it is stated.
   *
   * @param history whether it counts although it is past
   * @param atMost the greatest amount that makes sense
   * @param why what a passage lacks that has its terms and does not state it
   */
  record Fact(
      Entry entry,
      List<FactPattern> patterns,
      boolean history,
      Optional<BigDecimal> atMost,
      Optional<String> why) {}

  private final List<Fact> facts = new ArrayList<>();
  private final Map<String, Fact> byName = new HashMap<>();

  FactCatalog() {
    JsonNode data = DataFile.read("facts/facts.json");
    JsonNode macros = data.path("macros");
    for (JsonNode node : DataFile.families("facts/families/", data, "facts")) {
      var patterns = new ArrayList<FactPattern>();
      for (JsonNode spec : specs(node, data.path("signs"))) {
        String sign = node.path("sign").asText();
        String find = spec.path("find").asText().replace("{sign}", sign);
        patterns.add(new FactPattern(spec, expand(find, macros)));
      }
      Fact fact = fact(node, patterns);
      facts.add(fact);
      byName.put(fact.entry().name(), fact);
    }
  }

  /** A fact's own wordings; those of any examiner's test where the fact is the name of one. */
  private static Iterable<JsonNode> specs(JsonNode fact, JsonNode signs) {
    if (!fact.has("sign")) {
      return fact.path("patterns");
    }
    var specs = new ArrayList<JsonNode>();
    for (JsonNode wording : signs) {
      ObjectNode spec = wording.deepCopy();
      specs.add(spec.set("when", fact.path("when")));
    }
    return specs;
  }

  private static Fact fact(JsonNode node, List<FactPattern> patterns) {
    var entry =
        new Entry(
            node.path("name").asText(),
            Kind.valueOf(node.path("kind").asText()),
            node.path("label").asText(),
            DataFile.words(node.path("terms")),
            node.path("regional").asBoolean(),
            node.path("bySubject").asBoolean(),
            text(node, "unit"));
    Optional<BigDecimal> atMost =
        node.has("atMost") ? Optional.of(node.path("atMost").decimalValue()) : Optional.empty();
    return new Fact(
        entry, List.copyOf(patterns), node.path("history").asBoolean(), atMost, text(node, "why"));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.has(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
  }

  private static String expand(String find, JsonNode macros) {
    String expanded = find;
    for (Map.Entry<String, JsonNode> macro : macros.properties()) {
      expanded = expanded.replace("{" + macro.getKey() + "}", macro.getValue().asText());
    }
    return expanded;
  }

  List<Fact> facts() {
    return facts;
  }

  Optional<Fact> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Fact known(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }

  FactDictionary dictionary() {
    var entries = new LinkedHashMap<String, Entry>();
    facts.forEach(f -> entries.put(f.entry().name(), f.entry()));
    return new FactDictionary(entries);
  }
}
