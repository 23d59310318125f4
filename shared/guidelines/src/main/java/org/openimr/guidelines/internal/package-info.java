/** The rule pack in memory and the steps from a disputed item to its decision. */
@NullMarked
package org.openimr.guidelines.internal;

import org.jspecify.annotations.NullMarked;
