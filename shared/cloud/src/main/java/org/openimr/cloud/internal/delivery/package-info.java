/** What Lambda's event source mappings do: reads queues and shards, calls handlers, tries again. */
@NullMarked
package org.openimr.cloud.internal.delivery;

import org.jspecify.annotations.NullMarked;
