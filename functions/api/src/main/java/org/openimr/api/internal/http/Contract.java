package org.openimr.api.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The published description of the API, {@code openapi.yaml}, as the one source of routes,
 * parameters, statuses and shapes. Compiled once per process.
 */
public final class Contract {
  private static final String PUBLISHED = "/org/openimr/api/openapi.json";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode root;
  private final List<Operation> operations;

  private Contract(JsonNode root) {
    this.root = root;
    this.operations =
        root.path("paths").properties().stream()
            .flatMap(path -> operations(path.getKey(), path.getValue()))
            .toList();
  }

  /** The contract that the function carries. */
  public static Contract published() {
    try (InputStream json =
        Objects.requireNonNull(Contract.class.getResourceAsStream(PUBLISHED), PUBLISHED)) {
      return new Contract(new JsonMapper().readTree(json));
    } catch (IOException failed) {
      throw new IllegalStateException("the contract is in the package", failed);
    }
  }

  /** What a method and a path lead to. */
  public sealed interface Match {
    /** An operation, and the values of its path's names. */
    record Found(Operation operation, SortedMap<String, String> path) implements Match {}

    /** The path has other methods. */
    record OtherMethod(SortedSet<String> allowed) implements Match {}

    /** There is no such path. */
    record Nothing() implements Match {}
  }

  /** All operations, in the order of the contract. */
  public List<Operation> operations() {
    return operations;
  }

  /** The operation of a request; a path without names goes before one with names (OpenAPI 3.1). */
  public Match match(String method, String path) {
    var allowed = new TreeSet<String>();
    var exact = operations.stream().filter(one -> one.path().text().equals(path)).toList();
    for (Operation operation : exact.isEmpty() ? operations : exact) {
      var values = operation.path().match(path);
      if (values.isPresent()) {
        if (operation.method().equals(method)) {
          return new Match.Found(operation, values.get());
        }
        allowed.add(operation.method());
      }
    }
    return allowed.isEmpty() ? new Match.Nothing() : new Match.OtherMethod(allowed);
  }

  /** The shape of a JSON answer; empty where the contract has none of this status. */
  public Optional<Shape> answer(Operation operation, int status, String contentType) {
    JsonNode described =
        root.path("paths")
            .path(operation.path().text())
            .path(operation.method().toLowerCase(Locale.ROOT))
            .path("responses")
            .path(Integer.toString(status));
    JsonNode schema = resolved(described).path("content").path(contentType).path("schema");
    return schema.isMissingNode() ? Optional.empty() : Optional.of(shape(schema));
  }

  private Stream<Operation> operations(String path, JsonNode item) {
    return item.properties().stream()
        .filter(entry -> METHODS.contains(entry.getKey()))
        .map(entry -> operation(path, item, entry.getKey(), entry.getValue()));
  }

  private Operation operation(String path, JsonNode item, String method, JsonNode described) {
    var parameters = new ArrayList<Parameter>();
    item.path("parameters").forEach(each -> parameters.add(parameter(resolved(each))));
    described.path("parameters").forEach(each -> parameters.add(parameter(resolved(each))));
    JsonNode body = described.at("/requestBody/content/application~1json/schema");
    var statuses = new TreeSet<Integer>();
    described
        .path("responses")
        .properties()
        .forEach(each -> statuses.add(Integer.valueOf(each.getKey())));
    return new Operation(
        described.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        new PathTemplate(path),
        parameters,
        body.isMissingNode() ? Optional.empty() : Optional.of(shape(body)),
        described.path("requestBody").path("content").has("text/csv"),
        statuses);
  }

  private Parameter parameter(JsonNode described) {
    JsonNode schema = described.path("schema");
    return new Parameter(
        described.path("name").asText(),
        described.path("in").asText(),
        described.path("required").asBoolean(),
        resolved(schema).path("type").asText().equals("integer"),
        Optional.ofNullable(schema.get("default")),
        shape(schema));
  }

  private Shape shape(JsonNode schema) {
    return Shape.of(schema, root.path("components"));
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : root.at(reference.asText().substring(1));
  }

  /** Names under a part of the contract, such as {@code /components/schemas}. */
  public List<String> names(String pointer) {
    return StreamSupport.stream(root.at(pointer).properties().spliterator(), false)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
