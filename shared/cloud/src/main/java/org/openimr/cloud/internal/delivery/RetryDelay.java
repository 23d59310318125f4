package org.openimr.cloud.internal.delivery;

import java.time.Duration;

/** How long to wait before the next attempt. */
public interface RetryDelay {
  /** After so many attempts, from 1. */
  Duration after(int attempts);
}
