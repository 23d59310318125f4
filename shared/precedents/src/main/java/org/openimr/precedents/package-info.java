/**
 * Published determinations as records, and the nearest ones to an item: information for a reader,
 * never evidence for a decision (design section 4).
 */
@NullMarked
package org.openimr.precedents;

import org.jspecify.annotations.NullMarked;
