/** Benchmarks; {@code .ci/bench} runs them. */
@NullMarked
package org.openimr.local.bench;

import org.jspecify.annotations.NullMarked;
