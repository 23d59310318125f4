package org.openimr.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.records.CloudFault;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The SDK's own client, with answers as EventBridge gives them. */
class EventBusTest {
  private static final CaseChange ONE = change("CM15-0000001");
  private static final CaseChange TWO = change("CM15-0000002");

  private static CaseChange change(String number) {
    return new CaseChange(
        number + "/t/1.3",
        new CaseNumber(number),
        1,
        "PROPOSED",
        CaseState.PROPOSED,
        Instant.parse("2015-11-12T10:00:00Z"));
  }

  /** Answers in turn, and keeps what it was asked. */
  private static final class Answers implements SdkHttpClient {
    private final Deque<Map.Entry<Integer, String>> answers = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();

    Answers then(int status, String body) {
      answers.add(Map.entry(status, body));
      return this;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          targets.addAll(request.httpRequest().matchingHeaders("X-Amz-Target"));
          bodies.add(body(request));
          var answer = answers.remove();
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(answer.getKey()).build())
              .responseBody(
                  AbortableInputStream.create(
                      new ByteArrayInputStream(answer.getValue().getBytes(StandardCharsets.UTF_8))))
              .build();
        }

        @Override
        public void abort() {
          // Nothing runs.
        }
      };
    }

    private static String body(HttpExecuteRequest request) {
      try (var content = request.contentStreamProvider().orElseThrow().newStream()) {
        return new String(content.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void close() {
      // Nothing is open.
    }

    EventBridgeClient client() {
      return EventBridgeClient.builder()
          .httpClient(this)
          .region(Region.US_WEST_2)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
          .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
          .build();
    }

    EventBus bus() {
      return new EventBus(this::client, "bus-of-others");
    }
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new JsonMapper().readTree(text);
  }

  @Test
  void tellsOfAChangeAsTheBusTakesIt() throws JsonProcessingException {
    var answers =
        new Answers().then(200, "{\"FailedEntryCount\": 0, \"Entries\": [{\"EventId\": \"e\"}]}");
    var taken = answers.bus().tell(List.of(ONE));
    var entry = json(answers.bodies.getFirst()).path("Entries").path(0);
    assertEquals(
        List.of(
            Set.of(ONE.id()),
            List.of("AWSEvents.PutEvents"),
            "bus-of-others openimr Case changed 1447322400",
            json(
                """
                {"schema": "openimr/event/1", "id": "CM15-0000001/t/1.3", "caseNumber": "CM15-0000001", "revision": 1,
                 "kind": "PROPOSED", "state": "PROPOSED", "time": "2015-11-12T10:00:00Z"}
                """)),
        List.of(
            taken,
            answers.targets,
            entry.path("EventBusName").asText()
                + " "
                + entry.path("Source").asText()
                + " "
                + entry.path("DetailType").asText()
                + " "
                + entry.path("Time").asLong(),
            json(entry.path("Detail").asText())));
  }

  @Test
  void saysWhichOfSeveralWereTaken() {
    var answers =
        new Answers()
            .then(
                200,
                """
                {"FailedEntryCount": 1, "Entries": [
                  {"ErrorCode": "ThrottlingException", "ErrorMessage": "Rate exceeded"}, {"EventId": "e"}]}
                """);
    assertEquals(Set.of(TWO.id()), answers.bus().tell(List.of(ONE, TWO)));
  }

  @Test
  void aRefusalOfTheWholeIsAFaultWithTheServicesCode() {
    var answers =
        new Answers()
            .then(
                400,
                "{\"__type\": \"com.amazonaws.events#ResourceNotFoundException\", \"message\": \"no bus\"}");
    var fault = assertThrows(CloudFault.class, () -> answers.bus().tell(List.of(ONE)));
    assertEquals("PutEvents: ResourceNotFoundException", fault.getMessage());
  }

  @Test
  void theClientIsMadeOnceAndNotBeforeThereIsSomethingToTell() {
    var made = new ArrayList<String>();
    var answers =
        new Answers()
            .then(200, "{\"Entries\": [{\"EventId\": \"e\"}]}")
            .then(200, "{\"Entries\": [{\"EventId\": \"e\"}]}");
    var bus =
        new EventBus(
            () -> {
              made.add("client");
              return answers.client();
            },
            "bus");
    int before = made.size();
    bus.tell(List.of(ONE));
    bus.tell(List.of(TWO));
    assertEquals(List.of(0, 1), List.of(before, made.size()));
  }

  @Test
  void withoutANameThereIsNoBus() {
    assertEquals(
        List.of(Optional.empty(), Optional.empty()),
        List.of(EventBus.of(Map.of()), EventBus.of(Map.of("EVENT_BUS", ""))));
  }
}
