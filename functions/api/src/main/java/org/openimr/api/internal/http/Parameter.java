package org.openimr.api.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of an operation.
 *
 * @param place {@code path}, {@code query} or {@code header}
 * @param whole whether it is a whole number
 * @param standard what it is where it is not given
 */
public record Parameter(
    String name,
    String place,
    boolean required,
    boolean whole,
    Optional<JsonNode> standard,
    Shape shape) {
  /** Digits of a whole number that a parameter may have: more are no number of ours. */
  private static final int DIGITS = 9;

  /** What is wrong with a value that was given; empty where nothing is. */
  Optional<String> problem(String given) {
    List<Shape.Finding> findings = shape.findings(value(given));
    return findings.isEmpty() ? Optional.empty() : Optional.of(findings.getFirst().problem());
  }

  /** A given value as JSON; what is not a number stays a text and does not fit. */
  JsonNode value(String given) {
    boolean digits =
        !given.isEmpty()
            && given.length() <= DIGITS
            && given.chars().allMatch(c -> c >= '0' && c <= '9');
    return whole && digits ? IntNode.valueOf(Integer.parseInt(given)) : TextNode.valueOf(given);
  }
}
