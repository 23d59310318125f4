package org.openimr.guidelines.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openimr.casefile.Edition;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;

/** Reads a compiled rule pack. */
public final class PackReader {
  /** Where the build puts the pack, from the root of the class path. */
  public static final String RESOURCE = "/org/openimr/guidelines/pack.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private PackReader() {}

  /** The pack that was built with these classes. */
  public static RulePack installed() {
    try (var stream = PackReader.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the rule pack is not on the class path: " + RESOURCE);
      }
      return read(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A pack from its bytes. */
  public static RulePack read(byte[] json) throws IOException {
    JsonNode pack = JSON.readTree(json);
    var expressions = new Expressions(new RuleEngine(), pack.get("expressions"));
    JsonNode policy = pack.get("policy");
    var settings = new TreeMap<String, Object>();
    policy.get("settings").properties().forEach(e -> settings.put(e.getKey(), value(e.getValue())));
    var topics = new ArrayList<Topic>();
    pack.get("topics").forEach(topic -> topics.add(new TopicReader(topic, expressions).read()));
    topics.sort(Comparator.comparingInt(Topic::priority).reversed().thenComparing(Topic::id));
    return new RulePack(
        pack.get("version").asText(),
        EditionPolicy.valueOf(policy.get("editionPolicy").asText()),
        settings,
        amounts(policy.get("morphineFactors")),
        policy.get("usualDaysSupply").asInt(),
        policy.at("/phases/acuteDays").asInt(),
        policy.at("/phases/subacuteDays").asInt(),
        Set.copyOf(texts(policy.get("current").get("facts"))),
        policy.get("current").get("days").asInt(),
        Set.copyOf(texts(policy.path("sided"))),
        amounts(policy.get("usualDosesPerDay")),
        chapters(policy.get("chapters")),
        definitions(pack.get("definitions"), expressions),
        dependences(policy.path("dependents"), expressions),
        topics);
  }

  private static Map<String, BigDecimal> amounts(JsonNode nodes) {
    var amounts = new HashMap<String, BigDecimal>();
    nodes.properties().forEach(e -> amounts.put(e.getKey(), e.getValue().decimalValue()));
    return amounts;
  }

  private static Chapters chapters(JsonNode nodes) {
    var chapters = new ArrayList<Chapters.Chapter>();
    nodes.get("byRegion").forEach(node -> chapters.add(chapter(node)));
    return new Chapters(chapters, chapter(nodes.get("otherwise")));
  }

  private static Chapters.Chapter chapter(JsonNode node) {
    var regions = EnumSet.noneOf(Region.class);
    texts(node.path("regions")).forEach(region -> regions.add(Region.valueOf(region)));
    var mtus = new EnumMap<Edition, String>(Edition.class);
    node.path("mtus")
        .properties()
        .forEach(e -> mtus.put(Edition.valueOf(e.getKey()), e.getValue().asText()));
    return new Chapters.Chapter(regions, mtus, node.get("other").asText());
  }

  private static List<RulePack.Definition> definitions(JsonNode nodes, Expressions expressions) {
    var definitions = new ArrayList<RulePack.Definition>();
    for (JsonNode node : nodes) {
      var from =
          texts(node.get("from")).stream()
              .map(source -> expressions.find(Expressions.FACTS, source))
              .toList();
      definitions.add(
          new RulePack.Definition(node.get("name").asText(), node.get("label").asText(), from));
    }
    return definitions;
  }

  private static List<RulePack.Dependence> dependences(JsonNode nodes, Expressions expressions) {
    var dependences = new ArrayList<RulePack.Dependence>();
    for (JsonNode node : nodes) {
      var of = texts(node.get("of")).stream().map(TreatmentCategory::valueOf).toList();
      Expression when = expressions.find(Expressions.FACTS, node.get("when").asText());
      dependences.add(new RulePack.Dependence(when, Set.copyOf(of)));
    }
    return dependences;
  }

  /** A value as rules see it. */
  static Object value(JsonNode node) {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNumber() ? (Object) node.doubleValue() : node.asText();
  }

  /** A list of texts; one text stands for a list of one. */
  static List<String> texts(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.asText());
    }
    var texts = new ArrayList<String>();
    node.forEach(text -> texts.add(text.asText()));
    return List.copyOf(texts);
  }

  /** The checked expressions of a pack, each read once. */
  static final class Expressions {
    /** Expressions over facts, definitions, the request and the policy. */
    static final String FACTS = "facts";

    private final RuleEngine engine;
    private final JsonNode nodes;
    private final Map<String, Expression> read = new HashMap<>();

    Expressions(RuleEngine engine, JsonNode nodes) {
      this.engine = engine;
      this.nodes = nodes;
    }

    Expression find(String scope, String source) {
      return read.computeIfAbsent(scope + "|" + source, key -> expression(source, nodes.get(key)));
    }

    private Expression expression(String source, @Nullable JsonNode node) {
      if (node == null) {
        throw new IllegalStateException("the rule pack lacks: " + source);
      }
      JsonNode checked = node.get("checked");
      return engine.expression(source, () -> bytes(source, checked), texts(node.get("variables")));
    }

    private static byte[] bytes(String source, JsonNode checked) {
      try {
        return checked.binaryValue();
      } catch (IOException damaged) {
        throw new IllegalStateException("the rule pack is damaged at: " + source, damaged);
      }
    }
  }
}
