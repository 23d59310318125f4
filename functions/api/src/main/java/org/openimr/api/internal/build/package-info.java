/** The build's step for the contract. */
@NullMarked
package org.openimr.api.internal.build;

import org.jspecify.annotations.NullMarked;
