/** The evaluate function: handler and wiring. */
@NullMarked
package org.openimr.evaluate;

import org.jspecify.annotations.NullMarked;
