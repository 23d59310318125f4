/** The command line. */
@NullMarked
package org.openimr.local;

import org.jspecify.annotations.NullMarked;
