package org.openimr.records;

import java.io.IOException;
import org.openimr.procedure.ContentHash;
import org.openimr.records.internal.BodyJson;

/**
 * Bodies of records in the derived bucket, found by their content: {@code bodies/<hash>.json}. The
 * same record has the same bytes on any machine, so a body is written once and never changes.
 */
public final class Bodies {
  private static final String JSON = "application/json";

  private final ObjectStore objects;
  private final String bucket;
  private final BodyJson json = new BodyJson();

  /** Bodies in the derived bucket of settings. */
  public Bodies(ObjectStore objects, Settings settings) {
    this.objects = objects;
    this.bucket = settings.derived();
  }

  /**
   * Stores a record of the domain.
   *
   * @return SHA-256 of its body
   */
  public String put(Record body) {
    byte[] bytes = json.write(body);
    String hash = ContentHash.of(bytes);
    if (objects.putIfAbsent(name(hash), bytes, JSON) == Placed.DIFFERENT) {
      throw new IllegalStateException("body " + hash + " was stored with other bytes");
    }
    return hash;
  }

  /** Reads a record back. */
  public <T extends Record> T get(String hash, Class<T> type) {
    byte[] bytes = bytes(hash);
    if (!ContentHash.of(bytes).equals(hash)) {
      throw new IllegalStateException("body " + hash + " does not have its hash");
    }
    return json.read(bytes, type);
  }

  private byte[] bytes(String hash) {
    try (var content =
        objects
            .open(name(hash), java.util.Optional.empty())
            .orElseThrow(() -> new IllegalStateException("body " + hash + " is not there"))) {
      return content.stream().readAllBytes();
    } catch (IOException broken) {
      throw new CloudFault("GetObject", "Interrupted", broken);
    }
  }

  private ObjectName name(String hash) {
    return new ObjectName(bucket, "bodies/" + hash + ".json");
  }
}
