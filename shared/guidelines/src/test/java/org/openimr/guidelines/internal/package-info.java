/** Tests of the evaluator's steps. */
@NullMarked
package org.openimr.guidelines.internal;

import org.jspecify.annotations.NullMarked;
