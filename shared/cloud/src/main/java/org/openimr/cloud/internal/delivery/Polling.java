package org.openimr.cloud.internal.delivery;

import java.time.Duration;

/**
 * How to read sources that cannot say that something came.
 *
 * @param interval between two looks at an empty source
 * @param quiet how long all must have been empty to be drained
 */
public record Polling(Duration interval, Duration quiet) {}
