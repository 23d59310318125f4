package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openimr.records.Clients;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The whole stack in a process of its own, as an S3 client sees it. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeTest {
  private static final Path EVENTS = Path.of("../../events");
  private static final int LEAST_PART = 5 << 20;

  private static Served served;

  @BeforeAll
  static void start() throws IOException {
    served = Served.start();
  }

  @AfterAll
  static void end() {
    served.close();
  }

  @Test
  void saysWhereItIsAndWhatToSignWith() {
    assertEquals(
        List.of(
            "api http://127.0.0.1:PORT",
            "s3 http://127.0.0.1:PORT",
            "bucket imr-case-files",
            "drafts imr-derived",
            "region us-east-1",
            "access-key openimr",
            "secret-key openimr-local",
            "staff curl",
            "claims-administrator curl",
            "reviewer curl",
            "party curl",
            "ready"),
        served.lines().stream()
            .map(line -> line.replaceFirst(":\\d+$", ":PORT").replaceFirst(" curl .*", " curl"))
            .toList());
  }

  @Test
  void bringsACaseFileBackAsDocuments() throws IOException {
    put("incoming/case.json", sample("CM15-0411001"));

    String folder = served.documents("CM15-0411001");

    assertEquals(
        List.of("html", "json", "pdf", "txt"),
        served.keys(served.said("drafts"), _ -> true).stream()
            .filter(key -> key.startsWith(folder))
            .map(key -> key.substring(key.lastIndexOf('.') + 1))
            .sorted()
            .toList());
    assertTrue(text(folder + "determination.txt").contains("CM15-0411001"));
  }

  @Test
  void takesAKeyWithSpacesAndOtherLetters() throws IOException {
    put("incoming/CM15-0411002/Akte für José, 2 von 3 (中) +%41.json", sample("CM15-0411002"));

    assertTrue(served.documents("CM15-0411002").startsWith("CM15-0411002/r1/proposed/"));
  }

  @Test
  void takesAFileThatComesInParts() throws IOException {
    String key = "incoming/parts.json";
    byte[] whole = padded(sample("CM15-0411003"), LEAST_PART + 1);
    String bucket = served.said("bucket");
    String id = served.s3().createMultipartUpload(r -> r.bucket(bucket).key(key)).uploadId();
    CompletedPart first = part(key, id, 1, Arrays.copyOf(whole, LEAST_PART));
    CompletedPart second = part(key, id, 2, Arrays.copyOfRange(whole, LEAST_PART, whole.length));
    served
        .s3()
        .completeMultipartUpload(
            r ->
                r.bucket(bucket)
                    .key(key)
                    .uploadId(id)
                    .multipartUpload(m -> m.parts(first, second)));

    assertTrue(served.documents("CM15-0411003").startsWith("CM15-0411003/r1/proposed/"));
  }

  @Test
  void takesAFileByAPresignedAddress() throws IOException {
    try (S3Presigner presigner = presigner()) {
      var put =
          presigner.presignPutObject(
              r ->
                  r.signatureDuration(Duration.ofMinutes(5))
                      .putObjectRequest(
                          p -> p.bucket(served.said("bucket")).key("incoming/presigned.json")));
      var connection = (HttpURLConnection) put.url().openConnection();
      connection.setRequestMethod("PUT");
      connection.setDoOutput(true);
      connection.getOutputStream().write(sample("CM15-0411004"));

      assertEquals(200, connection.getResponseCode());
    }
    assertTrue(served.documents("CM15-0411004").startsWith("CM15-0411004/r1/proposed/"));
  }

  @Test
  void recordsWhyAFileIsNotTaken() {
    put("incoming/broken.json", "{\"schema\": ".getBytes(StandardCharsets.UTF_8));

    String reason =
        served
            .keys(
                served.said("drafts"),
                all -> all.stream().anyMatch(key -> key.startsWith("reasons/")))
            .stream()
            .filter(key -> key.startsWith("reasons/"))
            .findFirst()
            .orElseThrow();

    assertTrue(text(reason).contains("INVALID_JSON"));
  }

  @Test
  void refusesAWrongSecret() {
    try (Clients wrong = Clients.at(served.uri(), served.said("access-key"), "wrong")) {
      S3Exception refused =
          assertThrows(
              S3Exception.class,
              () -> wrong.s3().listObjectsV2(r -> r.bucket(served.said("bucket"))));
      assertEquals(403, refused.statusCode());
    }
  }

  private static S3Presigner presigner() {
    return S3Presigner.builder()
        .endpointOverride(served.uri())
        .region(Region.of(served.said("region")))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(served.said("access-key"), served.said("secret-key"))))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  private static CompletedPart part(String key, String id, int number, byte[] body) {
    String eTag =
        served
            .s3()
            .uploadPart(
                r -> r.bucket(served.said("bucket")).key(key).uploadId(id).partNumber(number),
                RequestBody.fromBytes(body))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(eTag).build();
  }

  private static void put(String key, byte[] body) {
    served
        .s3()
        .putObject(r -> r.bucket(served.said("bucket")).key(key), RequestBody.fromBytes(body));
  }

  private static String text(String key) {
    return served
        .s3()
        .getObjectAsBytes(r -> r.bucket(served.said("drafts")).key(key))
        .asUtf8String();
  }

  private static byte[] sample(String caseNumber) throws IOException {
    return Files.readString(EVENTS.resolve("case-file.json"))
        .replace("CM15-0212345", caseNumber)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** JSON may end in any number of spaces. */
  private static byte[] padded(byte[] json, int length) {
    byte[] padded = Arrays.copyOf(json, length);
    Arrays.fill(padded, json.length, length, (byte) ' ');
    return padded;
  }
}
