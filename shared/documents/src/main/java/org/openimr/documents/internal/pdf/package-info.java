/** PDF to pages of text, around a parser that others wrote. */
@NullMarked
package org.openimr.documents.internal.pdf;

import org.jspecify.annotations.NullMarked;
