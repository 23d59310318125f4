/** How records become rows and bodies; nobody outside of the module reads this. */
@NullMarked
package org.openimr.records.internal;

import org.jspecify.annotations.NullMarked;
