package org.openimr.api.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A schema of the contract; says what is wrong with a value by field and never by content. */
public final class Shape {
  private static final int FINDINGS = 5;
  private static final int NAME_SHOWN = 64;

  private final Schema schema;

  private Shape(Schema schema) {
    this.schema = schema;
  }

  /**
   * A schema that may refer to others of the contract.
   *
   * @param components the contract's
   */
  static Shape of(JsonNode schema, JsonNode components) {
    var root = Json.object();
    root.putArray("allOf").add(schema);
    root.set("components", components);
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(root.toString(), InputFormat.JSON);
    compiled.initializeValidators();
    return new Shape(compiled);
  }

  /** What is wrong with a value, each in a few words; nothing where it fits. */
  public List<Finding> findings(JsonNode value) {
    List<Error> errors =
        schema.validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    return errors.stream().map(this::finding).distinct().limit(FINDINGS).toList();
  }

  /**
   * Something that is wrong.
   *
   * @param field as people write it, such as {@code words[2]}; empty for the whole value
   * @param problem such as {@code missing}
   */
  public record Finding(String field, String problem) {}

  private Finding finding(Error error) {
    String place = place(error.getInstanceLocation());
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          new Finding(field(place, error.getProperty()), "unknown field");
      case "required" -> new Finding(field(place, error.getProperty()), "missing");
      default -> new Finding(place, "expected " + expected(error));
    };
  }

  private String expected(Error error) {
    JsonNode wanted = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "enum" ->
          StreamSupport.stream(wanted.spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(", ", "one of ", ""));
      case "type" -> "the type " + wanted.asText();
      case "minimum" -> "at least " + wanted.asText();
      case "maximum" -> "at most " + wanted.asText();
      default -> description(error.getSchemaLocation().getFragment());
    };
  }

  /** The words that the contract has for the part that the keyword stands in. */
  private String description(NodePath keyword) {
    JsonNode part = schema.getSchemaNode();
    for (int at = 0; at < keyword.getNameCount() - 1; at++) {
      part =
          keyword.getElement(at) instanceof Integer index
              ? part.path(index)
              : part.path(keyword.getName(at));
    }
    return part.path("description").asText("another form");
  }

  private static String place(NodePath path) {
    String place = "";
    for (int at = 0; at < path.getNameCount(); at++) {
      place =
          path.getElement(at) instanceof Integer index
              ? place + "[" + index + "]"
              : field(place, path.getName(at));
    }
    return place;
  }

  private static String field(String parent, String name) {
    String shown =
        name.length() <= NAME_SHOWN
            ? name
            : name.substring(0, name.offsetByCodePoints(0, NAME_SHOWN / 2)) + "...";
    String printable = shown.replaceAll("\\p{Cntrl}", " ");
    return parent.isEmpty() ? printable : parent + "." + printable;
  }
}
