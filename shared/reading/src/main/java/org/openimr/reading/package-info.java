/** Text to documents, disputed items, facts and published determinations, each with its anchor. */
@NullMarked
package org.openimr.reading;

import org.jspecify.annotations.NullMarked;
