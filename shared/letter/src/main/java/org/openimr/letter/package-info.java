/** The determination as a record and as JSON, text, HTML and PDF. */
@NullMarked
package org.openimr.letter;

import org.jspecify.annotations.NullMarked;
