/** Revisions, completeness and states of a case; pure, no clock. */
@NullMarked
package org.openimr.procedure;

import org.jspecify.annotations.NullMarked;
