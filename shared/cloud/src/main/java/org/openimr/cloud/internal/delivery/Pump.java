package org.openimr.cloud.internal.delivery;

import java.time.Duration;

/** One source with one handler. Used by one thread at a time. */
public interface Pump {
  /** What a step came to. */
  sealed interface Step {
    /** Nothing was there. */
    record Idle() implements Step {}

    /** Something was done; there may be more. */
    record Worked() implements Step {}

    /** Something failed, and is due again after a delay. */
    record Failed(Duration delay) implements Step {}
  }

  /** Takes a batch from the source through the handler. */
  Step step();

  /** Has a listener called when there may be something to do. */
  void onArrival(Runnable listener);
}
