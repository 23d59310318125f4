/** Finds what names a person in a text, and what may. */
@NullMarked
package org.openimr.letter.internal.redaction;

import org.jspecify.annotations.NullMarked;
