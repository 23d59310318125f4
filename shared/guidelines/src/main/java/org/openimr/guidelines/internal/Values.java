package org.openimr.guidelines.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** The values of some variables only. */
  Values only(Collection<String> variables) {
    var some = new HashMap<String, Object>();
    for (String variable : variables) {
      Object value = known.get(variable);
      if (value != null) {
        some.put(variable, value);
      }
    }
    return new Values(some);
  }

  /** These values and what follows from them: each definition sees what those before it gave. */
  Values completedBy(List<RulePack.Definition> definitions) {
    var growing = new HashMap<>(known);
    var completed = new Values(growing);
    for (RulePack.Definition definition : definitions) {
      for (Expression source : definition.from()) {
        if (source.evaluate(completed) instanceof Answer.Known(Object value)) {
          growing.put(definition.name(), value);
          break;
        }
      }
    }
    return completed;
  }

  /** The value of a variable; null where it is unknown. For the evaluation of expressions only. */
  @Nullable Object get(String variable) {
    return known.get(variable);
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
