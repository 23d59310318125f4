/** What a file is, and how plain text is read. */
@NullMarked
package org.openimr.documents.internal;

import org.jspecify.annotations.NullMarked;
