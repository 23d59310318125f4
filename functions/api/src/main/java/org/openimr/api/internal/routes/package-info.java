/** What each operation of the contract does. */
@NullMarked
package org.openimr.api.internal.routes;

import org.jspecify.annotations.NullMarked;
