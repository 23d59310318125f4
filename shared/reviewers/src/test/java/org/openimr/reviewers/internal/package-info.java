/** Tests of the tables of this module. */
@NullMarked
package org.openimr.reviewers.internal;

import org.jspecify.annotations.NullMarked;
