/** A table and buckets in memory that honour conditions, and faults to try them with. */
@NullMarked
package org.openimr.records.memory;

import org.jspecify.annotations.NullMarked;
