/** Tests of the command line and of the house as a whole. */
@NullMarked
package org.openimr.local;

import org.jspecify.annotations.NullMarked;
