package org.openimr.guidelines.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a rule is evaluated: variables with a {@code Boolean}, {@code Double}, {@code
 * String} or list of strings. A variable that is not here is unknown, which is not false.
 *
 * <p>Layers on layers, the top one first. A layer may find its values when they are asked for: of
 * hundreds of facts and definitions a topic asks for a few. For one thread, like the evaluation of
 * an item.
 */
public final class Values {
  /** Nothing is known. */
  public static final Values NONE = new Values(Map.of(), null, null);

  /** Hides a variable of the layers below. */
  private static final Object UNKNOWN = new Object();

  private final Map<String, Object> known;
  private final @Nullable Values below;
  private final @Nullable Late late;

  /** Finds a variable when it is asked for. */
  interface Late {
    /**
     * The value of a variable.
     *
     * @param all every layer up to this one
     * @return null where this layer does not know it
     */
    @Nullable Object find(String variable, Values all);
  }

  private Values(Map<String, Object> known, @Nullable Values below, @Nullable Late late) {
    this.known = known;
    this.below = below;
    this.late = late;
  }

  /** These values. */
  public static Values of(Map<String, ?> known) {
    return new Values(new HashMap<>(known), null, null);
  }

  /** These values and others, which win. */
  public Values with(Map<String, ?> others) {
    return new Values(new HashMap<>(others), this, null);
  }

  /** These values and others that are found when they are asked for, each once; they win. */
  Values with(Late others) {
    return new Values(new HashMap<>(), this, others);
  }

  /** Everything but one variable, which becomes unknown. */
  public Values without(String variable) {
    return new Values(Map.of(variable, UNKNOWN), this, null);
  }

  /** The values of some variables only. */
  Values only(Collection<String> variables) {
    var some = new HashMap<String, Object>();
    for (String variable : variables) {
      Object value = get(variable);
      if (value != null) {
        some.put(variable, value);
      }
    }
    return new Values(some, null, null);
  }

  /** The value of a variable; null where it is unknown. For the evaluation of expressions only. */
  @Nullable Object get(String variable) {
    Object value = known.get(variable);
    if (value == null && late != null) {
      value = late.find(variable, this);
      known.put(variable, value == null ? fromBelow(variable) : value);
      value = known.get(variable);
    } else if (value == null) {
      return below == null ? null : below.get(variable);
    }
    return value == UNKNOWN ? null : value;
  }

  private Object fromBelow(String variable) {
    Object value = below == null ? null : below.get(variable);
    return value == null ? UNKNOWN : value;
  }

  /** The value of a variable, if it is known. */
  public Optional<Object> find(String variable) {
    return Optional.ofNullable(get(variable));
  }

  /** Whether the variable has a value. */
  public boolean knows(String variable) {
    return get(variable) != null;
  }
}
