/** The intake function: handler and wiring. */
@NullMarked
package org.openimr.intake;

import org.jspecify.annotations.NullMarked;
