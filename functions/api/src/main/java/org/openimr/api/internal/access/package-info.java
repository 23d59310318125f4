/** Who may what: tokens, roles, tenants, cursors. */
@NullMarked
package org.openimr.api.internal.access;

import org.jspecify.annotations.NullMarked;
