/** Tests of the letter. */
@NullMarked
package org.openimr.letter;

import org.jspecify.annotations.NullMarked;
