/** How the roster is read, the rules are loaded and candidates are judged. */
@NullMarked
package org.openimr.reviewers.internal;

import org.jspecify.annotations.NullMarked;
