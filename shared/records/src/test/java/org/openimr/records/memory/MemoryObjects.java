package org.openimr.records.memory;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.procedure.ContentHash;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Placed;

/** Buckets in memory, with one version of each object. */
public final class MemoryObjects implements ObjectStore {
  private final SortedMap<ObjectName, byte[]> objects =
      new TreeMap<>(Comparator.comparing(ObjectName::bucket).thenComparing(ObjectName::key));

  /** The hash of everything in them. */
  public synchronized Map<String, String> hashes() {
    var hashes = new TreeMap<String, String>();
    objects.forEach(
        (name, body) -> hashes.put(name.bucket() + "/" + name.key(), ContentHash.of(body)));
    return hashes;
  }

  /** What is in them. */
  public synchronized List<ObjectName> names() {
    return List.copyOf(objects.keySet());
  }

  /** An object's bytes. */
  public synchronized byte[] bytes(ObjectName name) {
    return Optional.ofNullable(objects.get(name)).orElseThrow().clone();
  }

  @Override
  public synchronized Optional<ObjectContent> open(ObjectName name, Optional<String> versionId) {
    return Optional.ofNullable(objects.get(name))
        .map(
            body ->
                new ObjectContent(
                    body.length,
                    Optional.of(ContentHash.of(body)),
                    new ByteArrayInputStream(body)));
  }

  @Override
  public synchronized Placed putIfAbsent(ObjectName name, byte[] body, String contentType) {
    byte[] there = objects.putIfAbsent(name, body.clone());
    if (there == null) {
      return Placed.CREATED;
    }
    return Arrays.equals(there, body) ? Placed.SAME : Placed.DIFFERENT;
  }

  @Override
  public synchronized Optional<String> put(ObjectName name, byte[] body, String contentType) {
    objects.put(name, body.clone());
    return Optional.empty();
  }
}
