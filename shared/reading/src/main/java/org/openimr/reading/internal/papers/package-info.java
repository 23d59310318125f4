/** Papers of a case file and published determinations: where each begins, and its fields. */
@NullMarked
package org.openimr.reading.internal.papers;

import org.jspecify.annotations.NullMarked;
