/** How a determination is drafted, worded and printed. Nothing here is for other modules. */
@NullMarked
package org.openimr.letter.internal;

import org.jspecify.annotations.NullMarked;
