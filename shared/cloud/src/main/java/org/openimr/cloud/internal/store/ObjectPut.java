package org.openimr.cloud.internal.store;

import java.util.Map;
import java.util.Optional;
import org.openimr.records.ObjectName;

/**
 * An object to put.
 *
 * @param body bytes that are kept already
 * @param eTag the ETag of an upload in parts; else the body's MD5
 * @param eventName what the notification says, such as {@code ObjectCreated:Put}
 */
public record ObjectPut(
    ObjectName name,
    Body body,
    Optional<String> eTag,
    String contentType,
    Map<String, String> metadata,
    String eventName) {
  /** Copies the map. */
  public ObjectPut {
    metadata = Map.copyOf(metadata);
  }
}
