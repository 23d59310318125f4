package org.openimr.intake;

import java.util.Optional;
import org.openimr.records.ObjectName;

/**
 * An object version that came into the case-files bucket.
 *
 * @param object with its key decoded
 * @param size in bytes, 0 where the event does not say
 */
record Arrival(
    ObjectName object, Optional<String> versionId, Optional<String> sequencer, long size) {}
