package org.openimr.records;

import java.util.Optional;

/**
 * The buckets: S3 on AWS, memory or a folder on a desk. Safe for threads.
 *
 * <p>Every method throws {@link CloudFault} where the service did not answer, throttled, or failed.
 */
public interface ObjectStore {
  /**
   * Opens an object.
   *
   * @param versionId which version; the newest where empty
   * @return empty where there is no such object or version
   */
  Optional<ObjectContent> open(ObjectName name, Optional<String> versionId);

  /**
   * Puts an object unless one is there ({@code If-None-Match: *}), with its SHA-256 in the
   * metadata. A repeat after a lost answer finds its own bytes and says {@link Placed#SAME}.
   */
  Placed putIfAbsent(ObjectName name, byte[] body, String contentType);

  /**
   * Puts an object, as a new version of one that is there.
   *
   * @return the version's id; empty where the bucket keeps no versions
   */
  Optional<String> put(ObjectName name, byte[] body, String contentType);
}
