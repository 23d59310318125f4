package org.openimr.cloud.internal.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.openimr.records.CloudFault;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Placed;
import org.openimr.records.Settings;

/** Versioned objects in the store, which tells a queue of those under {@code incoming/}. */
public final class EmbeddedObjects implements ObjectStore {
  private static final String SHA_256 = "sha256";
  private static final String INCOMING = "incoming/";

  private final Vault vault;
  private final Bodies bodies;
  private final EmbeddedQueue queue;
  private final InstantSource clock;

  /** By bucket, key, and the version's number downward: the newest comes first. */
  private final MVMap<byte[], byte[]> versions;

  /** Objects of a store, with their bytes beside it. */
  public EmbeddedObjects(Vault vault, Bodies bodies, EmbeddedQueue queue, InstantSource clock) {
    this.vault = vault;
    this.bodies = bodies;
    this.queue = queue;
    this.clock = clock;
    this.versions = vault.map("objects");
  }

  @Override
  public Optional<ObjectContent> open(ObjectName name, Optional<String> versionId) {
    return find(name, versionId).filter(object -> !object.marker()).map(this::content);
  }

  private ObjectContent content(StoredObject object) {
    Optional<String> hash = Optional.ofNullable(object.metadata().get(SHA_256));
    return new ObjectContent(object.body().size(), hash, bytes(object.body()));
  }

  /** The bytes of an object. */
  public InputStream bytes(Body body) {
    try {
      return bodies.open(body);
    } catch (IOException e) {
      throw new CloudFault("GetObject", e.getClass().getSimpleName(), e);
    }
  }

  @Override
  public Placed putIfAbsent(ObjectName name, byte[] body, String contentType) {
    ObjectPut put = of(name, body, contentType);
    if (put(put, Optional::isEmpty).isPresent()) {
      return Placed.CREATED;
    }
    return find(name, Optional.empty())
        .map(there -> there.metadata().get(SHA_256))
        .filter(put.body().sha256()::equals)
        .map(_ -> Placed.SAME)
        .orElse(Placed.DIFFERENT);
  }

  @Override
  public Optional<String> put(ObjectName name, byte[] body, String contentType) {
    return put(of(name, body, contentType), _ -> true).map(StoredObject::versionId);
  }

  private ObjectPut of(ObjectName name, byte[] bytes, String contentType) {
    Body body = keep(new ByteArrayInputStream(bytes));
    return new ObjectPut(
        name,
        body,
        Optional.empty(),
        contentType,
        Map.of(SHA_256, body.sha256()),
        "ObjectCreated:Put");
  }

  /** Keeps bytes for a put. A failure to read them is the caller's: {@link CloudFault}. */
  public Body keep(InputStream in) {
    try {
      return bodies.keep(in);
    } catch (IOException e) {
      throw new CloudFault("PutObject", e.getClass().getSimpleName(), e);
    }
  }

  /**
   * Puts an object if what is there now, a delete marker not counted, passes the condition.
   *
   * @return the new version; empty where the condition refused it
   */
  public Optional<StoredObject> put(ObjectPut put, Predicate<Optional<StoredObject>> condition) {
    Optional<StoredObject> made =
        vault.write(
            "PutObject",
            () -> condition.test(current(put.name())) ? Optional.of(add(put)) : Optional.empty());
    made.filter(EmbeddedObjects::isUpload).ifPresent(_ -> queue.announce());
    return made;
  }

  private StoredObject add(ObjectPut put) {
    long number = vault.next();
    StoredObject object =
        new StoredObject(
            put.name(),
            versionId(number),
            false,
            put.body(),
            put.eTag().orElse(put.body().md5()),
            put.contentType(),
            put.metadata(),
            clock.instant());
    versions.put(key(put.name(), number), object.bytes());
    if (isUpload(object)) {
      queue.append(Notification.of(object, put.eventName(), number));
    }
    return object;
  }

  /** What the bucket's notification is set for, as the template sets it on AWS. */
  private static boolean isUpload(StoredObject object) {
    return object.name().bucket().equals(Settings.EMBEDDED.caseFiles())
        && object.name().key().startsWith(INCOMING);
  }

  private static String versionId(long number) {
    return String.format(Locale.ROOT, "%032x", number);
  }

  private static byte[] key(ObjectName name, long number) {
    return Bytes.key(prefix(name), Long.MAX_VALUE - number);
  }

  private static byte[] prefix(ObjectName name) {
    return Bytes.key(name.bucket(), name.key(), "");
  }

  /** The newest version that is no delete marker, unless a marker is newer. */
  public Optional<StoredObject> current(ObjectName name) {
    return find(name, Optional.empty()).filter(object -> !object.marker());
  }

  /** A version, or the newest; it may be a delete marker. */
  public Optional<StoredObject> find(ObjectName name, Optional<String> versionId) {
    return versions(prefix(name)).stream()
        .filter(object -> versionId.isEmpty() || versionId.get().equals(object.versionId()))
        .findFirst();
  }

  /** Every version of a bucket whose key begins with a prefix, by key, newest first. */
  public List<StoredObject> versions(String bucket, String keyPrefix) {
    return versions(Bytes.key(bucket, keyPrefix));
  }

  private List<StoredObject> versions(byte[] prefix) {
    List<StoredObject> found = new ArrayList<>();
    for (var entries = versions.cursor(prefix); entries.hasNext(); ) {
      if (!Bytes.startsWith(entries.next(), prefix)) {
        break;
      }
      found.add(StoredObject.of(entries.getValue()));
    }
    return found;
  }

  /** Lays a delete marker over an object. */
  public StoredObject delete(ObjectName name) {
    return vault.write(
        "DeleteObject",
        () -> {
          long number = vault.next();
          StoredObject marker =
              new StoredObject(
                  name,
                  versionId(number),
                  true,
                  new Body("", "", 0),
                  "",
                  "",
                  Map.of(),
                  clock.instant());
          versions.put(key(name, number), marker.bytes());
          return marker;
        });
  }

  /** Removes a version for good. */
  public void deleteVersion(StoredObject object) {
    vault.write(
        "DeleteObject",
        () ->
            Optional.ofNullable(
                versions.remove(key(object.name(), Long.parseLong(object.versionId(), 16)))));
  }
}
