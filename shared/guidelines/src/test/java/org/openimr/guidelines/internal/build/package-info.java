/** Tests of the pack compiler. */
@NullMarked
package org.openimr.guidelines.internal.build;

import org.jspecify.annotations.NullMarked;
