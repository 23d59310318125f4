package org.openimr.guidelines.internal.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.openimr.guidelines.internal.Topic;

/** Checks one topic's file and collects its compiled expressions. */
final class TopicCheck {
  private static final Pattern PLACE = Pattern.compile("\\{([^}]*)\\}");
  private static final String SUPPORTED = "supported";
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final Set<String> SAYING = Set.of("when", "say");

  /** Which fields an object may have, by its pointer with {@code *} for an index. */
  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          Map.entry(
              "",
              Set.of(
                  "id",
                  "title",
                  "sources",
                  "checked",
                  "priority",
                  "taper",
                  "parts",
                  "applies",
                  "requires",
                  "editions",
                  "assumptions",
                  "criteria",
                  "rows",
                  "missing",
                  SUPPORTED,
                  "supportedWords",
                  "alerts",
                  "begins",
                  "neverSupported")),
          Map.entry("/begins", Set.of("from", "because")),
          Map.entry("/alerts/*", Set.of("from", "until", "when", "flag", "because")),
          Map.entry("/applies", Set.of("when", "reason", "otherwise")),
          Map.entry("/requires/*", Set.of("from", "until", "when", "reason", "otherwise")),
          Map.entry("/editions/*", Set.of("from", "until", "rule", "citations", "steps")),
          Map.entry("/editions/*/citations/*", Set.of("when", "cite")),
          Map.entry("/editions/*/steps/*", Set.of("when", "step", "searched", "result")),
          Map.entry("/assumptions/*", Set.of("from", "until", "fact", "value", "when", "because")),
          Map.entry(
              "/criteria/*",
              Set.of(
                  "id",
                  "from",
                  "until",
                  "statement",
                  "appliesWhen",
                  "expression",
                  "silence",
                  "shown",
                  "met",
                  "notMet",
                  "silent")),
          Map.entry("/criteria/*/silence", Set.of("when", "because", "flags")),
          Map.entry("/criteria/*/met/*", SAYING),
          Map.entry("/criteria/*/notMet/*", SAYING),
          Map.entry("/criteria/*/silent/*", SAYING),
          Map.entry(
              "/rows/*",
              Set.of(
                  "outcome",
                  "from",
                  "until",
                  "when",
                  "because",
                  SUPPORTED,
                  "supportedWords",
                  "flags")),
          Map.entry("/missing", Set.of("outcome", "because")));

  private final SourceFile file;
  private final ExpressionCompiler facts;
  private final ExpressionCompiler results;
  private final Map<String, ExpressionCompiler.Compiled> expressions = new TreeMap<>();
  private final List<PackProblem> problems = new ArrayList<>();

  TopicCheck(SourceFile file, ExpressionCompiler facts) {
    this.file = file;
    this.facts = facts;
    this.results = new ExpressionCompiler(criteria(file.content()));
  }

  private static Map<String, CelType> criteria(JsonNode topic) {
    var types = new TreeMap<String, CelType>();
    for (JsonNode criterion : topic.path("criteria")) {
      types.put(criterion.path("id").asText().replace('-', '_'), SimpleType.BOOL);
    }
    return types;
  }

  Map<String, ExpressionCompiler.Compiled> expressions() {
    return expressions;
  }

  List<PackProblem> problems() {
    visit(file.content(), "", "");
    order();
    for (JsonNode criterion : file.content().path("criteria")) {
      if (!KEBAB.matcher(criterion.path("id").asText()).matches()) {
        problems.add(file.problem("/criteria", 0, "a criterion's id is not in kebab case"));
      }
    }
    return problems;
  }

  /** Rows are read in the order of the tables: red flag, not, over, necessary. */
  private void order() {
    var last = Topic.Row.Kind.RED_FLAG;
    int index = 0;
    for (JsonNode row : file.content().path("rows")) {
      var kind = Topic.Row.Kind.valueOf(row.path("outcome").asText());
      if (kind.compareTo(last) < 0) {
        problems.add(file.problem("/rows/" + index, 0, kind + " stands after " + last));
      }
      last = kind;
      index++;
    }
  }

  private void visit(JsonNode node, String pointer, String shape) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit(node.get(i), pointer + "/" + i, shape + "/*");
      }
    } else if (node.isObject()) {
      fields(node, pointer, shape);
      each(node, (name, value) -> visit(value, pointer + "/" + name, shape + "/" + name));
    } else if (isExpression(shape)) {
      compile(node.asText(), pointer, shape);
    } else if (node.isTextual()) {
      places(node.asText(), pointer);
    }
  }

  private static void each(JsonNode object, BiConsumer<String, JsonNode> field) {
    object.properties().forEach(entry -> field.accept(entry.getKey(), entry.getValue()));
  }

  private void fields(JsonNode node, String pointer, String shape) {
    Set<String> allowed = FIELDS.getOrDefault(shape, Set.of());
    each(
        node,
        (name, value) -> {
          if (!allowed.contains(name)) {
            problems.add(file.problem(pointer + "/" + name, 0, "unknown field " + name));
          }
        });
  }

  private static boolean isExpression(String shape) {
    return shape.endsWith("/when")
        || shape.endsWith("/appliesWhen")
        || shape.endsWith("/expression")
        || shape.endsWith("/" + SUPPORTED);
  }

  private void compile(String source, String pointer, String shape) {
    boolean row = shape.equals("/rows/*/when");
    CelType type = shape.endsWith("/" + SUPPORTED) ? SimpleType.DOUBLE : SimpleType.BOOL;
    var compiled = (row ? results : facts).compile(source, type);
    String scope = row ? file.content().path("id").asText() : PackCompiler.FACTS;
    expressions.put(scope + "|" + source, compiled);
    for (var fault : compiled.faults()) {
      problems.add(file.problem(pointer, fault.column(), fault.message()));
    }
  }

  private void places(String template, String pointer) {
    var matcher = PLACE.matcher(template);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (!name.equals(SUPPORTED) && !facts.knows(name)) {
        problems.add(file.problem(pointer, matcher.start(), "no such variable: " + name));
      }
    }
  }
}
