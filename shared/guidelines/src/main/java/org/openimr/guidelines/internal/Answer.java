package org.openimr.guidelines.internal;

import java.util.Set;

/** What an expression gives in three-valued logic. */
public sealed interface Answer {
  /** A {@code Boolean}, {@code Double} or {@code String}. */
  record Known(Object value) implements Answer {}

  /** The value rests on variables that are unknown. */
  record Unknown(Set<String> missing) implements Answer {}

  /** Whether it is known to be true. */
  default boolean isTrue() {
    return this instanceof Known(Object value) && Boolean.TRUE.equals(value);
  }

  /** Whether it is known to be false. */
  default boolean isFalse() {
    return this instanceof Known(Object value) && Boolean.FALSE.equals(value);
  }
}
