/** ZIP archives to the files in them, by a reader of our own. */
@NullMarked
package org.openimr.documents.internal.packet;

import org.jspecify.annotations.NullMarked;
