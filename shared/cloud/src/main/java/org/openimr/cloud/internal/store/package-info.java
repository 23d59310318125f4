/** Table, stream, queue and objects in one transactional store, in memory or in a folder. */
@NullMarked
package org.openimr.cloud.internal.store;

import org.jspecify.annotations.NullMarked;
