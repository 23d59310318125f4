package org.openimr.guidelines.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known when a rule is evaluated: variables with a {@code Boolean}, {@code Double}, {@code
 * String} or list of strings. A variable that is not here is unknown, which is not false.
 * Immutable.
 */
public final class Values {
  /** Nothing is known. */
  public static final Values NONE = new Values(Map.of());

  private final Map<String, Object> known;

  private Values(Map<String, Object> known) {
    this.known = known;
  }

  /** These values. */
  public static Values of(Map<String, ?> known) {
    return new Values(new HashMap<>(known));
  }

  /** These values and others, which win. */
  public Values with(Map<String, ?> others) {
    var merged = new HashMap<String, Object>(known);
    merged.putAll(others);
    return new Values(merged);
  }

  /** Everything but one variable, which becomes unknown. */
  public Values without(String variable) {
    var fewer = new HashMap<>(known);
    fewer.remove(variable);
    return new Values(fewer);
  }

  /** The value of a variable, if it is known. */
  public Optional<Object> find(String variable) {
    return Optional.ofNullable(known.get(variable));
  }

  /** Whether the variable has a value. */
  public boolean knows(String variable) {
    return known.containsKey(variable);
  }
}
