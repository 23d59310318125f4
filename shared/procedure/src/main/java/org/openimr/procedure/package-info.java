/**
 * Revisions, clocks, completeness, eligibility and states of a case, and where a clerical
 * correction of its determination ends ({@code CORRECTIONS.md} beside the module); pure, the time
 * is given.
 */
@NullMarked
package org.openimr.procedure;

import org.jspecify.annotations.NullMarked;
