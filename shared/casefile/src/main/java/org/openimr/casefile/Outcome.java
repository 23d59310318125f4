package org.openimr.casefile;

import java.util.function.Function;

/**
 * The result of taking input: a value, or the reason why there is none.
 *
 * @param <T> what was asked for
 */
public sealed interface Outcome<T> {
  /** Input was taken. */
  record Accepted<T>(T value) implements Outcome<T> {}

  /** Input was not taken. */
  record Rejected<T>(Rejection rejection) implements Outcome<T> {}

  /** An accepted value. */
  static <T> Outcome<T> accepted(T value) {
    return new Accepted<>(value);
  }

  /** A refusal with its code and sentence. */
  static <T> Outcome<T> rejected(Code code, String detail) {
    return new Rejected<>(new Rejection(code, detail));
  }

  /** Goes on with the value; a rejection stays what it is. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Accepted<T>(T value) -> next.apply(value);
      case Rejected<T>(Rejection rejection) -> new Rejected<>(rejection);
    };
  }
}
