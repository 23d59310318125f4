/** The determine function: handler and wiring. */
@NullMarked
package org.openimr.determine;

import org.jspecify.annotations.NullMarked;
