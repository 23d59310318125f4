package org.openimr.records;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.openimr.records.internal.aws.Faults;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The buckets in S3. An object's SHA-256 is in its metadata, as {@code sha256} in lower case hex.
 */
public final class S3Objects implements ObjectStore {
  private static final String SHA_256 = "sha256";

  /** S3 answers 409 where two conditional puts of a key, or a put and a delete, are at once. */
  private static final int ATTEMPTS = 5;

  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client client;

  /** The buckets of a client. */
  public S3Objects(S3Client client) {
    this.client = client;
  }

  @Override
  public Optional<ObjectContent> open(ObjectName name, Optional<String> versionId) {
    try {
      var answer =
          client.getObject(
              r -> r.bucket(name.bucket()).key(name.key()).versionId(versionId.orElse(null)));
      Optional<String> hash = Optional.ofNullable(answer.response().metadata().get(SHA_256));
      return Optional.of(new ObjectContent(answer.response().contentLength(), hash, answer));
    } catch (S3Exception e) {
      if (missing(e)) {
        return Optional.empty();
      }
      throw Faults.fault("GetObject", e);
    } catch (SdkException e) {
      throw Faults.fault("GetObject", e);
    }
  }

  /** A key or version that is not there, or a version that is a delete marker (405). */
  private static boolean missing(S3Exception e) {
    String code = Faults.code(e);
    return e.statusCode() == METHOD_NOT_ALLOWED
        || (e.statusCode() == NOT_FOUND && !code.equals("NoSuchBucket"));
  }

  @Override
  public Placed putIfAbsent(ObjectName name, byte[] body, String contentType) {
    String hash = sha256(body);
    for (int attempt = 1; ; attempt++) {
      try {
        client.putObject(
            request(name, hash, contentType).ifNoneMatch("*").build(), RequestBody.fromBytes(body));
        return Placed.CREATED;
      } catch (S3Exception e) {
        Optional<Placed> there =
            e.statusCode() == PRECONDITION_FAILED ? compare(name, hash) : Optional.empty();
        if (there.isPresent()) {
          return there.get();
        }
        if (attempt == ATTEMPTS || !contended(e)) {
          throw Faults.fault("PutObject", e);
        }
      } catch (SdkException e) {
        throw Faults.fault("PutObject", e);
      }
    }
  }

  private static boolean contended(S3Exception e) {
    return e.statusCode() == CONFLICT || e.statusCode() == PRECONDITION_FAILED;
  }

  /**
   * Whether the object that is there is ours: the SDK repeats a put whose answer was lost, and the
   * repeat meets the first. Empty where the object is gone by now.
   */
  private Optional<Placed> compare(ObjectName name, String hash) {
    try {
      HeadObjectResponse head = client.headObject(r -> r.bucket(name.bucket()).key(name.key()));
      return Optional.of(
          hash.equals(head.metadata().get(SHA_256)) ? Placed.SAME : Placed.DIFFERENT);
    } catch (S3Exception e) {
      if (missing(e)) {
        return Optional.empty();
      }
      throw Faults.fault("HeadObject", e);
    } catch (SdkException e) {
      throw Faults.fault("HeadObject", e);
    }
  }

  @Override
  public Optional<String> put(ObjectName name, byte[] body, String contentType) {
    PutObjectRequest request = request(name, sha256(body), contentType).build();
    return Optional.ofNullable(
        Faults.call("PutObject", () -> client.putObject(request, RequestBody.fromBytes(body)))
            .versionId());
  }

  private static PutObjectRequest.Builder request(
      ObjectName name, String hash, String contentType) {
    return PutObjectRequest.builder()
        .bucket(name.bucket())
        .key(name.key())
        .contentType(contentType)
        .metadata(Map.of(SHA_256, hash));
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
