/** Tests of revisions, completeness and states. */
@NullMarked
package org.openimr.procedure;

import org.jspecify.annotations.NullMarked;
