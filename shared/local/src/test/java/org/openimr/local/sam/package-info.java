/** Runs SAM CLI: the functions in their containers, against an emulator. */
@NullMarked
package org.openimr.local.sam;

import org.jspecify.annotations.NullMarked;
