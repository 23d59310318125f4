/** Bytes to pages of text, within budgets; the only module that opens files. */
@NullMarked
package org.openimr.documents;

import org.jspecify.annotations.NullMarked;
