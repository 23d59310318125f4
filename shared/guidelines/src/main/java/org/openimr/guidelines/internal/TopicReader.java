package org.openimr.guidelines.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openimr.casefile.Edition;
import org.openimr.casefile.Flag;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.guidelines.internal.PackReader.Expressions;

/** Reads a topic of a compiled pack. */
final class TopicReader {
  private final JsonNode topic;
  private final Expressions expressions;
  private final String id;

  TopicReader(JsonNode topic, Expressions expressions) {
    this.topic = topic;
    this.expressions = expressions;
    this.id = topic.get("id").asText();
  }

  Topic read() {
    return new Topic(
        id,
        topic.get("title").asText(),
        PackReader.texts(topic.get("sources")),
        topic.get("checked").asBoolean(),
        topic.get("priority").asInt(),
        reach(topic.get("applies")),
        values(topic.get("categories"), TreatmentCategory::valueOf),
        values(topic.path("parts"), Topic.Part::valueOf),
        guidelines(),
        topic.path("taper").asBoolean(false));
  }

  private static <T> Set<T> values(JsonNode names, Function<String, T> value) {
    return PackReader.texts(names).stream().map(value).collect(Collectors.toSet());
  }

  private Map<Edition, Topic.Guideline> guidelines() {
    var requires = dated(topic.path("requires"), this::reach);
    var assumptions = dated(topic.path("assumptions"), this::assumption);
    var criteria = dated(topic.get("criteria"), this::criterion);
    var rows = dated(topic.get("rows"), this::row);
    var alerts = dated(topic.path("alerts"), this::alert);
    var missing =
        new Topic.MissingFacts(
            topic.at("/missing/outcome").asText().equals("NEC"),
            PackReader.texts(topic.at("/missing/because")));
    var supported = optional(topic, "supported");
    var supportedWords = templates(topic, "supportedWords");
    var guidelines = new EnumMap<Edition, Topic.Guideline>(Edition.class);
    for (JsonNode section : topic.get("editions")) {
      String rule = section.get("rule").asText();
      var citations = dated(section.get("citations"), this::citation);
      var steps = dated(section.get("steps"), this::step);
      for (Edition edition : range(section).all()) {
        guidelines.put(
            edition,
            new Topic.Guideline(
                at(edition, requires),
                rule,
                at(edition, citations),
                at(edition, steps),
                at(edition, assumptions),
                at(edition, criteria),
                at(edition, rows),
                missing,
                supported,
                supportedWords,
                at(edition, alerts)));
      }
    }
    return guidelines;
  }

  /** A part of a topic and the editions that it holds for. */
  private record Dated<T>(Editions editions, T part) {}

  private static <T> List<Dated<T>> dated(JsonNode nodes, Function<JsonNode, T> read) {
    var parts = new ArrayList<Dated<T>>();
    for (JsonNode node : nodes) {
      parts.add(new Dated<>(range(node), read.apply(node)));
    }
    return parts;
  }

  private static <T> List<T> at(Edition edition, List<Dated<T>> parts) {
    var found = new ArrayList<T>();
    for (Dated<T> dated : parts) {
      if (dated.editions().contains(edition)) {
        found.add(dated.part());
      }
    }
    return List.copyOf(found);
  }

  /** What says nothing of editions holds for all that the topic covers. */
  private static Editions range(JsonNode node) {
    return node.has("from") || node.has("until")
        ? new Editions(
            Edition.valueOf(node.path("from").asText(Editions.ALL.from().name())),
            Edition.valueOf(node.path("until").asText(Editions.ALL.until().name())))
        : Editions.ALL;
  }

  private Topic.Reach reach(JsonNode node) {
    return new Topic.Reach(
        facts(node, "when"), node.get("reason").asText(), node.get("otherwise").asText());
  }

  private Topic.Citation citation(JsonNode node) {
    return new Topic.Citation(optional(node, "when"), node.get("cite").asText());
  }

  private Topic.Step step(JsonNode node) {
    return new Topic.Step(
        optional(node, "when"),
        node.get("step").asText(),
        node.get("searched").asText(),
        node.get("result").asText());
  }

  private Topic.Assumption assumption(JsonNode node) {
    return new Topic.Assumption(
        node.get("fact").asText(),
        PackReader.value(node.get("value")),
        facts(node, "when"),
        node.get("because").asText());
  }

  private Topic.CriterionRule criterion(JsonNode node) {
    String name = node.get("id").asText();
    return new Topic.CriterionRule(
        name,
        name.replace('-', '_'),
        node.get("statement").asText(),
        optional(node, "appliesWhen"),
        facts(node, "expression"),
        Optional.of(node.path("silence")).filter(JsonNode::isObject).map(this::silence),
        sayings(node.path("met")),
        sayings(node.path("notMet")),
        sayings(node.path("silent")));
  }

  private Topic.Alert alert(JsonNode node) {
    Flag flag = Flag.valueOf(node.get("flag").asText());
    return new Topic.Alert(facts(node, "when"), flag, node.get("because").asText());
  }

  private Topic.Silence silence(JsonNode node) {
    return new Topic.Silence(facts(node, "when"), node.get("because").asText(), flags(node));
  }

  private Topic.Row row(JsonNode node) {
    return new Topic.Row(
        Topic.Row.Kind.valueOf(node.get("outcome").asText()),
        expressions.find(id, node.get("when").asText()),
        templates(node, "because"),
        optional(node, "supported"),
        templates(node, "supportedWords"),
        flags(node));
  }

  private static Set<Flag> flags(JsonNode node) {
    return templates(node, "flags").stream()
        .map(Flag::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A text, or several of which some have a condition. */
  private List<Topic.Saying> sayings(JsonNode node) {
    var sayings = new ArrayList<Topic.Saying>();
    for (JsonNode saying : node.isArray() ? node : List.of(node)) {
      if (saying.isObject()) {
        sayings.add(new Topic.Saying(optional(saying, "when"), saying.get("say").asText()));
      } else if (saying.isTextual()) {
        sayings.add(new Topic.Saying(Optional.empty(), saying.asText()));
      }
    }
    return List.copyOf(sayings);
  }

  private static List<String> templates(JsonNode node, String field) {
    return node.has(field) ? PackReader.texts(node.get(field)) : List.of();
  }

  private Optional<Expression> optional(JsonNode node, String field) {
    return node.has(field) ? Optional.of(facts(node, field)) : Optional.empty();
  }

  private Expression facts(JsonNode node, String field) {
    return expressions.find(Expressions.FACTS, node.get(field).asText());
  }
}
