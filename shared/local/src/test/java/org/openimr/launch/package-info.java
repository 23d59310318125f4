/** The finder of a JDK, and the program that uses it. */
@NullMarked
package org.openimr.launch;

import org.jspecify.annotations.NullMarked;
