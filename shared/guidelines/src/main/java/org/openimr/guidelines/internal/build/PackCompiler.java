package org.openimr.guidelines.internal.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.guidelines.internal.PackReader;
import org.openimr.guidelines.internal.RuleEngine;
import org.openimr.guidelines.internal.Values;
import org.openimr.reading.FactDictionary;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Checks all topics, compiles their expressions and runs their cases. The same sources give the
 * same bytes.
 */
public final class PackCompiler {
  /** Scope of expressions over facts; rows have their topic's id as scope. */
  static final String FACTS = "facts";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private final FactDictionary dictionary;
  private final ObjectNode pack = JSON.createObjectNode();
  private final Map<String, ExpressionCompiler.Compiled> expressions = new TreeMap<>();
  private final List<PackProblem> problems = new ArrayList<>();
  private String reading = "";

  private PackCompiler(FactDictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** What came of a compilation. */
  public sealed interface Result {
    /** The pack, and how many cases each topic passed, by its id. */
    @SuppressWarnings("ArrayRecordComponent")
    record Compiled(byte[] pack, Map<String, Integer> cases) implements Result {}

    /** What is wrong, in the order of the files. */
    record Refused(List<PackProblem> problems) implements Result {}
  }

  /**
   * Compiles the topics of a folder.
   *
   * @param folder with {@code policy.yaml}, files of {@code definitions/} that are read in the
   *     order of their names, and a folder for each topic in {@code topics/}
   */
  public static Result compile(Path folder, FactDictionary dictionary) throws IOException {
    var compiler = new PackCompiler(dictionary);
    try {
      return compiler.compile(folder);
    } catch (MarkedYAMLException malformed) {
      return new Result.Refused(List.of(compiler.problem(malformed)));
    }
  }

  private PackProblem problem(MarkedYAMLException malformed) {
    Mark mark = malformed.getProblemMark();
    String message = malformed.getProblem();
    return new PackProblem(reading, mark.getLine() + 1, mark.getColumn() + 1, message);
  }

  private Result compile(Path folder) throws IOException {
    SourceFile policy = source(folder, "policy.yaml");
    Map<String, CelType> types =
        new TreeMap<>(Vocabulary.of(dictionary, policy.content().path("settings")));
    facts(policy, "/current/facts");
    facts(policy, "/sided");
    dependents(policy, new ExpressionCompiler(types));
    pack.set("policy", policy.content());
    ArrayNode definitions = pack.putArray("definitions");
    for (String name : names(folder, "definitions")) {
      SourceFile file = source(folder, name);
      define(file, types);
      file.content().forEach(definitions::add);
    }
    var compiler = new ExpressionCompiler(types);
    var names = names(folder, "topics");
    var sources = new SourceCheck(policy);
    ArrayNode topics = pack.putArray("topics");
    for (String name : names) {
      var check = new TopicCheck(source(folder, name + "/topic.yaml"), compiler);
      problems.addAll(new TopicOutline(source(folder, name + "/topic.yaml"), id(name)).problems());
      problems.addAll(check.problems());
      expressions.putAll(check.expressions());
      var topic = (ObjectNode) source(folder, name + "/topic.yaml").content();
      sources.hold(topic);
      topic.set("categories", categories(topic));
      topics.add(topic);
    }
    problems.addAll(sources.problems());
    return problems.isEmpty() ? tested(folder, names) : new Result.Refused(problems);
  }

  /** What a folder of the sources holds, in the order of the names. */
  private static List<String> names(Path sources, String folder) throws IOException {
    try (var files = Files.list(sources.resolve(folder))) {
      return files.map(file -> folder + "/" + file.getFileName()).sorted().toList();
    }
  }

  private SourceFile source(Path folder, String name) throws IOException {
    reading = name;
    return new SourceFile(name, Files.readString(folder.resolve(name)));
  }

  /** A list of the policy that names facts. */
  private void facts(SourceFile policy, String pointer) {
    JsonNode facts = policy.content().at(pointer);
    for (int i = 0; i < facts.size(); i++) {
      if (!dictionary.facts().containsKey(facts.get(i).asText())) {
        String message = "no such fact: " + facts.get(i).asText();
        problems.add(policy.problem(pointer + "/" + i, 0, message));
      }
    }
  }

  /** What hangs on what is told by the request alone. */
  private void dependents(SourceFile policy, ExpressionCompiler compiler) {
    JsonNode dependents = policy.content().path("dependents");
    for (int i = 0; i < dependents.size(); i++) {
      String source = dependents.get(i).get("when").asText();
      var compiled = compiler.compile(source, SimpleType.BOOL);
      expressions.put(FACTS + "|" + source, compiled);
      for (var fault : compiled.faults()) {
        String pointer = "/dependents/" + i + "/when";
        problems.add(policy.problem(pointer, fault.column(), fault.message()));
      }
    }
  }

  /** Categories for which a topic may apply, found here so that no case has to ask every topic. */
  private ArrayNode categories(JsonNode topic) {
    ArrayNode categories = JSON.createArrayNode();
    String source = topic.at("/applies/when").asText();
    var compiled = expressions.get(FACTS + "|" + source);
    if (compiled == null || !compiled.faults().isEmpty()) {
      return categories;
    }
    var applies = new RuleEngine().expression(source, compiled::checked, compiled.variables());
    for (TreatmentCategory category : TreatmentCategory.values()) {
      Values known = Values.of(Map.of("request.category", category.name()));
      if (!applies.evaluate(known).isFalse()) {
        categories.add(category.name());
      }
    }
    return categories;
  }

  /** A definition may name facts and the definitions above it. */
  private void define(SourceFile file, Map<String, CelType> types) {
    for (int i = 0; i < file.content().size(); i++) {
      JsonNode definition = file.content().get(i);
      var kind = FactDictionary.Kind.valueOf(definition.get("kind").asText());
      var compiler = new ExpressionCompiler(types);
      JsonNode from = definition.get("from");
      for (int j = 0; j < from.size(); j++) {
        String source = from.get(j).asText();
        var compiled = compiler.compile(source, Vocabulary.type(kind));
        expressions.put(FACTS + "|" + source, compiled);
        for (var fault : compiled.faults()) {
          problems.add(file.problem("/" + i + "/from/" + j, fault.column(), fault.message()));
        }
      }
      types.put(definition.get("name").asText(), Vocabulary.type(kind));
    }
  }

  private Result tested(Path folder, List<String> names) throws IOException {
    byte[] bytes = bytes();
    var cases = new TopicCases(PackReader.read(bytes), dictionary);
    var count = new TreeMap<String, Integer>();
    for (String name : names) {
      boolean never = source(folder, name + "/topic.yaml").content().has("neverSupported");
      count.put(id(name), cases.run(source(folder, name + "/cases.yaml"), id(name), never));
    }
    return cases.problems().isEmpty()
        ? new Result.Compiled(bytes, count)
        : new Result.Refused(cases.problems());
  }

  private static String id(String topicFolder) {
    return topicFolder.substring(topicFolder.indexOf('/') + 1);
  }

  private byte[] bytes() throws JsonProcessingException {
    pack.put("version", hash(canonical(pack)));
    ObjectNode compiled = pack.putObject("expressions");
    expressions.forEach(
        (key, expression) -> {
          ObjectNode node = compiled.putObject(key);
          node.put("checked", expression.checked());
          ArrayNode variables = node.putArray("variables");
          expression.variables().forEach(variables::add);
        });
    return canonical(pack);
  }

  private static byte[] canonical(JsonNode node) throws JsonProcessingException {
    Object plain = JSON.treeToValue(node, Object.class);
    return (JSON.writeValueAsString(plain) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
