package org.openimr.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openimr.procedure.ContentHash;
import org.openimr.records.ObjectName;
import org.openimr.records.Presigner;
import org.openimr.records.Settings;

/** What an S3 service does with the addresses that are given out for uploads. */
abstract class PresignedContract {
  private static final Duration VALID = Duration.ofMinutes(5);
  private static final byte[] BODY = "%PDF-1.7 a file".getBytes(UTF_8);
  private static final byte[] SAME_LENGTH = "%PDF-1.7 b file".getBytes(UTF_8);
  private static final byte[] LONGER = "%PDF-1.7 a file and more".getBytes(UTF_8);

  /** The client sets these by itself. */
  private static final Set<String> OF_THE_CLIENT = Set.of("content-length", "host");

  /** A presigner of the service. */
  abstract Presigner presigner();

  private Presigner.Address address() {
    String key = "incoming/CM15-0000009/" + UUID.randomUUID();
    return presigner()
        .put(
            new Presigner.Upload(
                new ObjectName(Settings.EMBEDDED.caseFiles(), key),
                "application/pdf",
                BODY.length,
                ContentHash.of(BODY)),
            VALID);
  }

  static int put(URI uri, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(
        (name, value) -> {
          if (!OF_THE_CLIENT.contains(name)) {
            request.header(name, value);
          }
        });
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void signsTypeSizeChecksumAndThatNothingIsThere() {
    assertEquals(
        Set.of("content-length", "content-type", "if-none-match", "x-amz-checksum-sha256"),
        address().headers().keySet());
  }

  @Test
  void takesTheFileOnceAndGivesItBack() throws IOException, InterruptedException {
    var address = address();
    var statuses =
        List.of(
            put(address.uri(), address.headers(), BODY),
            put(address.uri(), address.headers(), BODY));
    assertEquals(List.of(200, 412), statuses);
  }

  @Test
  void refusesOtherBytesOfTheSameLength() throws IOException, InterruptedException {
    var address = address();
    assertEquals(400, put(address.uri(), address.headers(), SAME_LENGTH));
  }

  @Test
  void refusesAnotherType() throws IOException, InterruptedException {
    var address = address();
    var headers = new TreeMap<>(address.headers());
    headers.put("content-type", "text/html");
    assertEquals(403, put(address.uri(), headers, BODY));
  }

  @Test
  void refusesAnotherSize() throws IOException, InterruptedException {
    var address = address();
    assertEquals(4, put(address.uri(), address.headers(), LONGER) / 100);
  }

  @Test
  void refusesAnotherChecksum() throws IOException, InterruptedException {
    var address = address();
    var headers = new TreeMap<>(address.headers());
    headers.put("x-amz-checksum-sha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    assertEquals(4, put(address.uri(), headers, BODY) / 100);
  }

  @Test
  void refusesAnotherKey() throws IOException, InterruptedException {
    var address = address();
    var other = URI.create(address.uri().toString().replace("CM15-0000009", "CM15-0000008"));
    assertEquals(403, put(other, address.headers(), BODY));
  }
}
