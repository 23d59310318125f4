/** The wording of a disputed item read into a typed request. */
@NullMarked
package org.openimr.reading.internal.treatment;

import org.jspecify.annotations.NullMarked;
