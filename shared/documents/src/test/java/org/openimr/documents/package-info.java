/** Files of every kind, kind and hostile, through the one door. */
@NullMarked
package org.openimr.documents;

import org.jspecify.annotations.NullMarked;
