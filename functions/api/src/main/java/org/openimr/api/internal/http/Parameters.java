package org.openimr.api.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;

/**
 * The parameters of a request, each as the contract has it.
 *
 * @param values by name; what was not given and has no standard is not there
 */
public record Parameters(SortedMap<String, JsonNode> values) {
  /** The header that a POST must have. */
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** Copies the map. */
  public Parameters {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Reads a request's parameters; the first that is wrong is named. */
  public static Outcome<Parameters> read(
      Operation operation, SortedMap<String, String> path, Request request) {
    for (String name : request.query().keySet()) {
      if (operation.parameters().stream().noneMatch(each -> isQuery(each, name))) {
        return wrong(shown(name), "unknown parameter");
      }
    }
    var values = new TreeMap<String, JsonNode>();
    for (Parameter parameter : operation.parameters()) {
      List<String> given = given(parameter, path, request);
      if (given.size() > 1) {
        return wrong(parameter.name(), "given more than once");
      }
      if (given.isEmpty()) {
        if (parameter.required()) {
          return missing(parameter);
        }
        parameter.standard().ifPresent(value -> values.put(parameter.name(), value));
        continue;
      }
      var problem = parameter.problem(given.getFirst());
      if (problem.isPresent()) {
        return wrong(parameter.name(), problem.get());
      }
      values.put(parameter.name(), parameter.value(given.getFirst()));
    }
    return Outcome.accepted(new Parameters(values));
  }

  private static boolean isQuery(Parameter parameter, String name) {
    return parameter.place().equals("query") && parameter.name().equals(name);
  }

  private static List<String> given(
      Parameter parameter, SortedMap<String, String> path, Request request) {
    return switch (parameter.place()) {
      case "path" -> List.of(path.getOrDefault(parameter.name(), ""));
      case "query" -> request.query().getOrDefault(parameter.name(), List.of());
      default ->
          request.header(parameter.name().toLowerCase(Locale.ROOT)).map(List::of).orElse(List.of());
    };
  }

  private static Outcome<Parameters> missing(Parameter parameter) {
    if (parameter.name().equals("If-Match")) {
      return Outcome.rejected(
          Code.NO_IF_MATCH,
          "The change needs the header If-Match with the entity tag of what was seen.");
    }
    return parameter.name().equals(IDEMPOTENCY_KEY)
        ? Outcome.rejected(
            Code.NO_IDEMPOTENCY_KEY,
            "A POST needs the header Idempotency-Key, with another value for each request.")
        : wrong(parameter.name(), "missing");
  }

  private static Outcome<Parameters> wrong(String name, String problem) {
    return Outcome.rejected(Code.INVALID_PARAMETER, name + ": " + problem + ".");
  }

  private static String shown(String name) {
    String printable = name.replaceAll("[^A-Za-z0-9_-]", "?");
    return printable.length() <= 40 ? printable : printable.substring(0, 40);
  }

  /** A parameter as a text. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(JsonNode::asText);
  }

  /** A whole number that is always there. */
  public int whole(String name) {
    return Optional.ofNullable(values.get(name)).map(JsonNode::asInt).orElseThrow();
  }

  /** The number of the case that the request is about. */
  public Optional<CaseNumber> caseNumber() {
    return text("caseNumber").map(CaseNumber::new);
  }
}
