/** How a revision is put together; nobody outside of the module reads this. */
@NullMarked
package org.openimr.procedure.internal;

import org.jspecify.annotations.NullMarked;
