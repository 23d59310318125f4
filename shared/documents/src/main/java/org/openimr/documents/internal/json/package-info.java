/** The case file of the schema {@code openimr/case-file/1}. */
@NullMarked
package org.openimr.documents.internal.json;

import org.jspecify.annotations.NullMarked;
