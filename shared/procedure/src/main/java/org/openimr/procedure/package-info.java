/** Revisions, clocks, completeness, eligibility and states of a case; pure, the time is given. */
@NullMarked
package org.openimr.procedure;

import org.jspecify.annotations.NullMarked;
