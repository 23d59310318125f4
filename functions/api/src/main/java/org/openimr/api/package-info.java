/** The api function: handler and wiring. */
@NullMarked
package org.openimr.api;

import org.jspecify.annotations.NullMarked;
