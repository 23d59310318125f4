/** The embedded cloud and the delivery of events to handlers. */
@NullMarked
package org.openimr.cloud;

import org.jspecify.annotations.NullMarked;
