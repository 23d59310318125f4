/** The table and the buckets behind small interfaces. */
@NullMarked
package org.openimr.records;

import org.jspecify.annotations.NullMarked;
