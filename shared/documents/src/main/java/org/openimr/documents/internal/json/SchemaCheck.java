package org.openimr.documents.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.documents.internal.Resources;

/** Holds a case file against the published schema; names fields and what is expected, no values. */
final class SchemaCheck {
  private static final String SCHEMA = "/org/openimr/documents/case-file-1.schema.json";

  private final Schema schema;

  SchemaCheck() {
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Resources.text(SCHEMA), InputFormat.JSON);
    schema.initializeValidators();
  }

  Outcome<JsonNode> check(JsonNode file) {
    List<Error> errors =
        schema.validate(
            file,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    if (errors.isEmpty()) {
      return Outcome.accepted(file);
    }
    Code code =
        errors.stream().allMatch(SchemaCheck::ofDate) ? Code.INVALID_DATE : Code.SCHEMA_VIOLATION;
    Set<String> findings =
        errors.stream().map(this::finding).collect(Collectors.toCollection(LinkedHashSet::new));
    return Outcome.rejected(code, Sentences.join(List.copyOf(findings)));
  }

  /** A text where a date belongs; anything but a text is a field of the wrong kind. */
  private static boolean ofDate(Error error) {
    return error.getSchemaLocation().getFragment().toString().contains("/$defs/date/")
        && !error.getKeyword().equals("type");
  }

  private String finding(Error error) {
    String place = Place.of(error.getInstanceLocation());
    if (error.getEvaluationPath().contains("oneOf")) {
      return place + ": expected either text or, in a ZIP, file";
    }
    return switch (error.getKeyword()) {
      case "additionalProperties" -> Place.field(place, error.getProperty()) + ": unknown field";
      case "required" -> Place.field(place, error.getProperty()) + ": missing";
      default -> (place.isEmpty() ? "the file" : place) + ": expected " + expected(error);
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

  /** The words that the schema has for the part that the keyword stands in. */
  private String description(NodePath keyword) {
    JsonNode part = schema.getSchemaNode();
    for (int at = 0; at < keyword.getNameCount() - 1; at++) {
      part =
          keyword.getElement(at) instanceof Integer index
              ? part.path(index)
              : part.path(keyword.getName(at));
    }
    return part.path("description").asText();
  }
}
