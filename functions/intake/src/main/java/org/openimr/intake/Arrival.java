package org.openimr.intake;

import java.util.Optional;
import org.openimr.records.ObjectName;
import org.openimr.records.UploadRow;

/**
 * An object that came into the case-files bucket.
 *
 * @param id of the upload that it is
 * @param object with its key decoded
 * @param versionId which version is read; the newest where empty
 * @param size in bytes, 0 where the event does not say
 */
record Arrival(
    String id,
    ObjectName object,
    Optional<String> versionId,
    Optional<String> sequencer,
    long size) {
  /** An object version that an event tells of: bucket, key and version name its content. */
  static Arrival of(
      ObjectName object, Optional<String> versionId, Optional<String> sequencer, long size) {
    return new Arrival(UploadRow.id(object, versionId), object, versionId, sequencer, size);
  }

  /**
   * An object that a listing tells of. A listing has no versions, and its entity tag stands in for
   * one: an object that was replaced is another upload.
   */
  static Arrival listed(ObjectName object, Optional<String> entityTag, long size) {
    return new Arrival(
        UploadRow.id(object, entityTag), object, Optional.empty(), Optional.empty(), size);
  }
}
