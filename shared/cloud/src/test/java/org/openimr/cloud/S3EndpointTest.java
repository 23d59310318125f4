package org.openimr.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openimr.records.Clients;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Presigner;
import org.openimr.records.S3Objects;
import org.openimr.records.Settings;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The S3 endpoint of the embedded objects, used through the SDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3EndpointTest {
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
  private static final String UPLOADS = Settings.EMBEDDED.caseFiles();

  private final EmbeddedCloud cloud = EmbeddedCloud.inMemory(InstantSource.fixed(NOON));
  private final S3Endpoint endpoint = cloud.s3(0, "desk", "desk-secret");
  private final Clients clients = Clients.at(endpoint.uri(), "desk", "desk-secret");
  private final S3Client s3 = clients.s3();
  private final Presigner presigner = Presigner.at(endpoint.uri(), "desk", "desk-secret");

  @AfterAll
  void close() {
    presigner.close();
    clients.close();
    endpoint.close();
    cloud.close();
  }

  @Nested
  class Objects extends ObjectStoreContract {
    @Override
    ObjectStore objects() {
      return new S3Objects(s3);
    }
  }

  @Nested
  class Presigned extends PresignedContract {
    @Override
    Presigner presigner() {
      return presigner;
    }
  }

  @Test
  void refusesAWrongSecret() {
    try (Clients wrong = Clients.at(endpoint.uri(), "desk", "wrong")) {
      S3Exception refused =
          assertThrows(S3Exception.class, () -> wrong.s3().listObjectsV2(r -> r.bucket(UPLOADS)));
      assertEquals(403, refused.statusCode());
    }
  }

  @Test
  void readsTheVersionThatIsAskedFor() throws Exception {
    ObjectName name = new ObjectName(UPLOADS, "versions/a b.txt");
    String first = put(name, "one");
    String second = put(name, "two");
    S3Objects objects = new S3Objects(s3);
    assertEquals(
        List.of("3 one -", "3 two -", "3 two -"),
        List.of(
            ObjectStoreContract.read(objects, name, Optional.of(first)),
            ObjectStoreContract.read(objects, name, Optional.of(second)),
            ObjectStoreContract.read(objects, name, Optional.empty())));
  }

  private String put(ObjectName name, String text) {
    return s3.putObject(r -> r.bucket(name.bucket()).key(name.key()), RequestBody.fromString(text))
        .versionId();
  }

  @Test
  void hasNoObjectUnderADeleteMarkerAndItsVersionStill() throws Exception {
    ObjectName name = new ObjectName(UPLOADS, "deleted.txt");
    String version = put(name, "one");
    s3.deleteObject(r -> r.bucket(name.bucket()).key(name.key()));
    S3Objects objects = new S3Objects(s3);
    assertEquals(
        List.of("-", "3 one -"),
        List.of(
            ObjectStoreContract.read(objects, name, Optional.empty()),
            ObjectStoreContract.read(objects, name, Optional.of(version))));
  }

  @Test
  void keepsFinalDeterminations() {
    ObjectName name = new ObjectName(Settings.EMBEDDED.determinations(), "final.json");
    String version = put(name, "one");
    S3Exception refused =
        assertThrows(
            S3Exception.class,
            () -> s3.deleteObject(r -> r.bucket(name.bucket()).key(name.key()).versionId(version)));
    assertEquals(403, refused.statusCode());
  }

  @Test
  void joinsAnUploadInParts() throws Exception {
    String key = "incoming/parts.bin";
    byte[] first = new byte[5 << 20];
    Arrays.fill(first, (byte) 'a');
    String id = s3.createMultipartUpload(r -> r.bucket(UPLOADS).key(key)).uploadId();
    CompletedPart one = part(key, id, 1, first);
    CompletedPart two = part(key, id, 2, ObjectStoreContract.bytes("end"));
    s3.completeMultipartUpload(
        r -> r.bucket(UPLOADS).key(key).uploadId(id).multipartUpload(m -> m.parts(one, two)));
    byte[] tail =
        s3.getObjectAsBytes(r -> r.bucket(UPLOADS).key(key).range("bytes=5242878-")).asByteArray();
    assertEquals("aaend", new String(tail, UTF_8));
  }

  private CompletedPart part(String key, String id, int number, byte[] body) {
    String eTag =
        s3.uploadPart(
                r -> r.bucket(UPLOADS).key(key).uploadId(id).partNumber(number),
                RequestBody.fromBytes(body))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(eTag).build();
  }

  @Test
  void listsByPagesAndFolders() {
    for (String key : List.of("list/a/1", "list/a/2", "list/b", "list/c", "list/d/1")) {
      put(new ObjectName(UPLOADS, key), "x");
    }
    var page = s3.listObjectsV2(r -> r.bucket(UPLOADS).prefix("list/").delimiter("/").maxKeys(2));
    var rest =
        s3.listObjectsV2(
            r ->
                r.bucket(UPLOADS)
                    .prefix("list/")
                    .delimiter("/")
                    .continuationToken(page.nextContinuationToken()));
    assertEquals(
        List.of("list/b", "list/c", "list/a/", "list/d/"),
        List.of(
            key(page.contents().getFirst()),
            key(rest.contents().getFirst()),
            page.commonPrefixes().getFirst().prefix(),
            rest.commonPrefixes().getFirst().prefix()));
  }

  private static String key(S3Object object) {
    return object.key();
  }
}
