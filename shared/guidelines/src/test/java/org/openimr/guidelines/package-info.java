/** Tests of the evaluator. */
@NullMarked
package org.openimr.guidelines;

import org.jspecify.annotations.NullMarked;
