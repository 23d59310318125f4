/** Tests of the roster and of the choice of a reviewer. */
@NullMarked
package org.openimr.reviewers;

import org.jspecify.annotations.NullMarked;
