package org.openimr.local;

import java.util.Optional;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Placed;

/** Buckets that pass every call on. */
class Passing implements ObjectStore {
  private final ObjectStore objects;

  Passing(ObjectStore objects) {
    this.objects = objects;
  }

  @Override
  public Optional<ObjectContent> open(ObjectName name, Optional<String> versionId) {
    return objects.open(name, versionId);
  }

  @Override
  public Placed putIfAbsent(ObjectName name, byte[] body, String contentType) {
    return objects.putIfAbsent(name, body, contentType);
  }

  @Override
  public Optional<String> put(ObjectName name, byte[] body, String contentType) {
    return objects.put(name, body, contentType);
  }
}
