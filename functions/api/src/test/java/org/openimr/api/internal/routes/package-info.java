/** Tests of what routes are made of. */
@NullMarked
package org.openimr.api.internal.routes;

import org.jspecify.annotations.NullMarked;
