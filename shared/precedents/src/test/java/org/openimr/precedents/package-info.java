/** Tests of precedents. */
@NullMarked
package org.openimr.precedents;

import org.jspecify.annotations.NullMarked;
