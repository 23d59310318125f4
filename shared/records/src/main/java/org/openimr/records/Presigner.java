package org.openimr.records;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openimr.records.internal.aws.Builds;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Addresses by which somebody without keys may put or get one object for a while. They are made
 * without a call. Safe for threads.
 */
public final class Presigner implements AutoCloseable {
  private final S3Presigner presigner;

  private Presigner(S3Presigner presigner) {
    this.presigner = presigner;
  }

  /**
   * An address.
   *
   * @param headers what the request must carry, and nothing else of these
   * @param expiresAt from when on it is refused
   */
  public record Address(
      URI uri, String method, SortedMap<String, String> headers, Instant expiresAt) {
    /** Copies the map. */
    public Address {
      headers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }
  }

  /**
   * What may be put.
   *
   * @param size in bytes
   * @param sha256 of the bytes, lower case hex
   */
  public record Upload(ObjectName name, String contentType, long size, String sha256) {}

  /** A presigner of a function: keys, region and an emulator's endpoint of its environment. */
  public static Presigner of(Map<String, String> environment) {
    return new Presigner(Builds.of(environment).presigner());
  }

  /** A presigner of an emulator or of the embedded cloud's S3 endpoint. */
  public static Presigner at(URI endpoint, String accessKey, String secretKey) {
    return new Presigner(
        new Builds(Builds.EMULATOR_REGION, Builds.keys(accessKey, secretKey), Optional.of(endpoint))
            .presigner());
  }

  /**
   * An address to put one object once: type, size and checksum are signed, and so is that nothing
   * may be there. S3 compares the checksum with what comes.
   */
  public Address put(Upload upload, Duration valid) {
    String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(upload.sha256()));
    var signed =
        presigner.presignPutObject(
            presign ->
                presign
                    .signatureDuration(valid)
                    .putObjectRequest(
                        put ->
                            put.bucket(upload.name().bucket())
                                .key(upload.name().key())
                                .contentType(upload.contentType())
                                .contentLength(upload.size())
                                .checksumSHA256(checksum)
                                .ifNoneMatch("*")));
    return address(signed);
  }

  /** An address to get an object. */
  public Address get(ObjectName name, Duration valid) {
    return address(
        presigner.presignGetObject(
            presign ->
                presign
                    .signatureDuration(valid)
                    .getObjectRequest(get -> get.bucket(name.bucket()).key(name.key()))));
  }

  private static Address address(PresignedRequest signed) {
    try {
      return new Address(
          signed.url().toURI(),
          signed.httpRequest().method().name(),
          headers(signed.signedHeaders()),
          signed.expiration());
    } catch (URISyntaxException failed) {
      throw new IllegalStateException("a signed address is an address", failed);
    }
  }

  /** The host is in the address. */
  private static SortedMap<String, String> headers(Map<String, List<String>> signed) {
    return signed.entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("host"))
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                header -> String.join(",", header.getValue()),
                (one, other) -> one,
                TreeMap::new));
  }

  @Override
  public void close() {
    presigner.close();
  }
}
