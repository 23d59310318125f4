/** The domain's records: what a case file, an evaluation and a determination are made of. */
@NullMarked
package org.openimr.casefile;

import org.jspecify.annotations.NullMarked;
