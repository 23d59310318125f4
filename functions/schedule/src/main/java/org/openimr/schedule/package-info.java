/** The schedule function: handler and wiring. */
@NullMarked
package org.openimr.schedule;

import org.jspecify.annotations.NullMarked;
