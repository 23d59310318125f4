package org.openimr.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.textract.TextractClient;

/**
 * Textract by recorded answers: below the SDK's own client, so that what is sent and understood is
 * what goes over the wire.
 */
final class RecordedTextract implements SdkHttpClient {
  static final String TOPIC = "arn:aws:sns:us-west-2:111122223333:imr-recognition-main";
  static final String ROLE = "arn:aws:iam::111122223333:role/imr-textract";

  private final JsonMapper mapper = new JsonMapper();
  private final List<JsonNode> started = new ArrayList<>();
  private final Map<String, String> jobs = new LinkedHashMap<>();
  private final Deque<String> refusals = new ArrayDeque<>();
  private final TextDetection service = service(this);
  private List<String> answer = List.of("in-progress.json");

  /** The service through the SDK. */
  TextDetection service() {
    return service;
  }

  private static TextDetection service(SdkHttpClient recorded) {
    var client =
        TextractClient.builder()
            .region(Region.US_WEST_2)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .httpClient(recorded)
            .build();
    return new Textract(client, TOPIC, ROLE);
  }

  /** What the next starts are refused with. */
  RecordedTextract refusing(String... files) {
    refusals.addAll(List.of(files));
    return this;
  }

  /** What every job answers from now on: a file for each page of the answer. */
  RecordedTextract answering(String... files) {
    answer = List.of(files);
    return this;
  }

  /** The bodies of all starts, in their order. */
  List<JsonNode> started() {
    return List.copyOf(started);
  }

  /** The jobs that there are, in the order in which they began. */
  List<String> jobs() {
    return List.copyOf(jobs.values());
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
        try (InputStream in = request.contentStreamProvider().orElseThrow().newStream()) {
          return answer(target, mapper.readTree(in));
        }
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse answer(String target, JsonNode asked) throws IOException {
    return switch (target) {
      case "Textract.StartDocumentTextDetection" -> start(asked);
      case "Textract.GetDocumentTextDetection" -> recorded(page(asked));
      default -> throw new IllegalStateException("not asked before: " + target);
    };
  }

  private HttpExecuteResponse start(JsonNode asked) throws IOException {
    if (!refusals.isEmpty()) {
      return recorded(refusals.removeFirst());
    }
    started.add(asked);
    String token = asked.path("ClientRequestToken").asText();
    String job = jobs.computeIfAbsent(token, _ -> "job-" + (jobs.size() + 1));
    return response(200, mapper.writeValueAsBytes(Map.of("JobId", job)));
  }

  private String page(JsonNode asked) throws IOException {
    String next = asked.path("NextToken").asText();
    int at = 0;
    while (!next.isEmpty()
        && !mapper.readTree(file(answer.get(at++))).path("NextToken").asText().equals(next)) {}
    return answer.get(at);
  }

  private HttpExecuteResponse recorded(String name) throws IOException {
    byte[] body = file(name);
    boolean fault = name.equals("internal-error.json");
    boolean refusal = mapper.readTree(body).has("__type");
    return response(fault ? 500 : refusal ? 400 : 200, body);
  }

  private static HttpExecuteResponse response(int status, byte[] body) {
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(status)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("Content-Length", String.valueOf(body.length))
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }

  private static byte[] file(String name) {
    try (var in = RecordedTextract.class.getResourceAsStream("textract/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
