/** Text joined over lines, hyphens and pages, with the way back to every place in the original. */
@NullMarked
package org.openimr.reading.internal.flow;

import org.jspecify.annotations.NullMarked;
