package org.openimr.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.openimr.local.sam.SamCli;
import org.yaml.snakeyaml.Yaml;

/**
 * The template as CloudFormation gets it, with SAM's own types expanded.
 *
 * <p>The rules that templates like this are judged by match what comes out of the expansion; none
 * mentions a SAM type, so on the template as it is written they hold of nothing.
 */
public record ExpandedTemplate(JsonNode root) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ANNOUNCEMENT = "Translated template is:\n";
  private static final Pattern LOG_LINE = Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\d ");

  /** Expands the template by SAM CLI, which prints what it makes when asked to validate aloud. */
  public static ExpandedTemplate make(SamCli sam) throws IOException, InterruptedException {
    var run = sam.run(Map.of(), List.of("validate", "--debug", "--template", "template.yaml"));
    var start = run.errors().indexOf(ANNOUNCEMENT);
    if (run.exit() != 0 || start < 0) {
      throw new IOException("sam validate: " + run.exit() + "\n" + run.output() + run.errors());
    }
    var yaml = LOG_LINE.split(run.errors().substring(start + ANNOUNCEMENT.length()), 2)[0];
    return new ExpandedTemplate(JSON.valueToTree(new Yaml().load(yaml)));
  }

  /** What a test expects, written as YAML on one line. */
  static JsonNode yaml(String text) {
    return JSON.valueToTree(new Yaml().load(text));
  }

  JsonNode resource(String name) {
    return root.path("Resources").path(name);
  }

  /** Properties of a resource. */
  public JsonNode properties(String name) {
    return resource(name).path("Properties");
  }

  Set<String> names(String type) {
    return root.path("Resources").properties().stream()
        .filter(resource -> resource.getValue().path("Type").asText().equals(type))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Names of the resources of a type whose properties are as asked. */
  Set<String> names(String type, Predicate<JsonNode> properties) {
    return names(type).stream()
        .filter(name -> properties.test(properties(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a property of each resource of a type refers to. */
  Set<String> referredToBy(String type, Predicate<JsonNode> properties, String pointer) {
    return names(type, properties).stream()
        .map(name -> properties(name).at(pointer).asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Statements of a policy document. */
  static List<JsonNode> statements(JsonNode document) {
    return elements(document.path("Statement"));
  }

  static JsonNode statement(JsonNode document, String sid) {
    return statements(document).stream()
        .filter(statement -> statement.path("Sid").asText().equals(sid))
        .findFirst()
        .orElseGet(() -> yaml("null"));
  }

  /** Elements of a list, or the one value where a list may be left out. */
  static List<JsonNode> elements(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).toList()
        : List.of(node);
  }

  /** Whether plain HTTP is denied to everybody for every action of a service. */
  static boolean deniesPlainHttp(JsonNode document, String action) {
    return statements(document).stream()
        .anyMatch(
            statement ->
                statement.path("Effect").asText().equals("Deny")
                    && statement.path("Principal").asText().equals("*")
                    && statement.path("Action").asText().equals(action)
                    && statement
                        .path("Condition")
                        .equals(yaml("{Bool: {'aws:SecureTransport': 'false'}}")));
  }

  /** Whether somebody outside of the account is let in. */
  static boolean allowsEverybody(JsonNode document) {
    return statements(document).stream()
        .filter(statement -> statement.path("Effect").asText().equals("Allow"))
        .map(statement -> statement.path("Principal"))
        .anyMatch(
            principal ->
                principal.asText().equals("*") || principal.path("AWS").asText().equals("*"));
  }
}
