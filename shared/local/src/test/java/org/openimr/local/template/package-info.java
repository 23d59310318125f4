/** What {@code template.yaml} comes to once SAM has expanded it, held against the rules for it. */
@NullMarked
package org.openimr.local.template;

import org.jspecify.annotations.NullMarked;
