/** Guideline topics as data, and the evaluator that decides items by them. */
@NullMarked
package org.openimr.guidelines;

import org.jspecify.annotations.NullMarked;
