package org.openimr.cloud.internal.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.records.ObjectName;

/**
 * A version of an object.
 *
 * @param versionId unique in the store
 * @param marker whether it says that the object is deleted, and has no bytes
 * @param eTag without quotes
 * @param metadata as given, keys in lower case
 */
public record StoredObject(
    ObjectName name,
    String versionId,
    boolean marker,
    Body body,
    String eTag,
    String contentType,
    Map<String, String> metadata,
    Instant modified) {
  /** Copies the map. */
  public StoredObject {
    metadata = Map.copyOf(metadata);
  }

  byte[] bytes() {
    return Bytes.write(
        out -> {
          Bytes.text(out, name.bucket());
          Bytes.text(out, name.key());
          Bytes.text(out, versionId);
          out.writeBoolean(marker);
          Bytes.text(out, body.sha256());
          Bytes.text(out, body.md5());
          out.writeLong(body.size());
          Bytes.text(out, eTag);
          Bytes.text(out, contentType);
          out.writeLong(modified.toEpochMilli());
          out.writeInt(metadata.size());
          for (var entry : new TreeMap<>(metadata).entrySet()) {
            Bytes.text(out, entry.getKey());
            Bytes.text(out, entry.getValue());
          }
        });
  }

  static StoredObject of(byte[] bytes) {
    return Bytes.read(
        bytes,
        in -> {
          ObjectName name = new ObjectName(Bytes.text(in), Bytes.text(in));
          String versionId = Bytes.text(in);
          boolean marker = in.readBoolean();
          Body body = new Body(Bytes.text(in), Bytes.text(in), in.readLong());
          String eTag = Bytes.text(in);
          String contentType = Bytes.text(in);
          Instant modified = Instant.ofEpochMilli(in.readLong());
          Map<String, String> metadata = new LinkedHashMap<>();
          for (int left = in.readInt(); left > 0; left--) {
            metadata.put(Bytes.text(in), Bytes.text(in));
          }
          return new StoredObject(
              name, versionId, marker, body, eTag, contentType, metadata, modified);
        });
  }
}
