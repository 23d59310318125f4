/** The queue, the stream and the resources of an emulator of AWS. */
@NullMarked
package org.openimr.cloud.internal.emulator;

import org.jspecify.annotations.NullMarked;
