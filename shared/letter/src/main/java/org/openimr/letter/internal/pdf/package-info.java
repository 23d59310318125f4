/** The letter as PDF. Loaded when the first PDF is printed and not before: it is slow to start. */
@NullMarked
package org.openimr.letter.internal.pdf;

import org.jspecify.annotations.NullMarked;
