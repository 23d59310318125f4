package org.openimr.cloud;

/** Is told of what functions say and where they fail. May be called from several threads. */
public interface EventObserver {
  /** Hears nothing. */
  EventObserver SILENT = new EventObserver() {};

  /** A line that a function logged. */
  default void logged(String function, String line) {}

  /** An invocation ended in an exception; the events are delivered again. */
  default void failed(String function, RuntimeException cause) {}

  /** An event was given up after its last attempt, and lies in the dead letters. */
  default void gaveUp(String function) {}
}
