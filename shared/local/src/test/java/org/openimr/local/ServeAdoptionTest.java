package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.procedure.ContentHash;
import software.amazon.awssdk.core.sync.RequestBody;

/** {@code serve}, from the put of a case file to the worker's own copy of the determination. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeAdoptionTest {
  private static final Path SAMPLE = Path.of("../../events/case-file.json");
  private static final Path ROSTER = Path.of("../../events/roster.csv");
  private static final Path LETTER = Path.of("../../events/published-determination.txt");
  private static final String CASE = "CM15-0212345";
  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> seen = new ArrayList<>();

  private String token(String role, Object... more) {
    var arguments = new ArrayList<Object>(List.of("token", "--role", role, "--data", folder));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray()).out().strip();
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder ask(Served served, String path, String token) {
    return HttpRequest.newBuilder(URI.create(served.said("api") + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.Builder post(Served served, String path, String token, String body) {
    return ask(served, path, token)
        .header("Idempotency-Key", ContentHash.of(path + body))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return new JsonMapper().readTree(response.body());
  }

  /** Documents are put before the case's state: the state comes a moment after. */
  private JsonNode shown(Served served, String token, String passing)
      throws IOException, InterruptedException {
    JsonNode shown;
    do {
      shown = json(send(ask(served, "/cases/" + CASE, token)));
    } while (shown.path("state").asText().equals(passing));
    return shown;
  }

  private void propose(Served served) throws IOException, InterruptedException {
    send(
        post(
            served,
            "/cases",
            token("staff"),
            "{\"caseNumber\":\"" + CASE + "\",\"organization\":\"acme\"}"));
    served
        .s3()
        .putObject(
            r -> r.bucket(served.said("bucket")).key("incoming/" + CASE + "/case.json"),
            RequestBody.fromFile(SAMPLE));
    served.documents(CASE);
    seen.add(shown(served, token("staff"), "EVALUATED").path("state").asText());
    var screening = json(send(ask(served, "/cases/" + CASE + "/screening", token("staff"))));
    seen.add("screening " + screening.at("/checklist/0/what").asText());
  }

  private void review(Served served, String reviewer, int item, String body)
      throws IOException, InterruptedException {
    var etag = send(ask(served, "/cases/" + CASE, reviewer)).headers().firstValue("etag");
    var answer =
        send(
            ask(served, "/cases/" + CASE + "/items/" + item + "/review", reviewer)
                .header("If-Match", etag.orElseThrow())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    seen.add("item " + item + " " + answer.statusCode());
  }

  private String override(Served served, String reviewer) throws IOException, InterruptedException {
    var hits =
        json(
            send(
                post(
                    served,
                    "/cases/" + CASE + "/search",
                    reviewer,
                    "{\"words\":[\"hydrocodone\"],\"limit\":1}")));
    var hit = (ObjectNode) hits.at("/hits/0");
    hit.remove("words");
    return """
    {"action": "OVERRIDE", "decision": "OVERTURNED", "rationale": "The dose is low and stable.",
     "guideline": {"title": "MTUS Chronic Pain Medical Treatment", "edition": "2009", "section": "Opioids for chronic pain"},
     "evidence": [%s]}
    """
        .formatted(hit);
  }

  /** Staff takes in a roster and has somebody chosen, who attests: the pseudonym. */
  private String assign(Served served) throws IOException, InterruptedException {
    var staff = token("staff");
    send(
        ask(served, "/reviewers/import", staff)
            .header("Idempotency-Key", "roster-0001")
            .header("Content-Type", "text/csv; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofFile(ROSTER)));
    var chosen =
        json(
            send(
                ask(served, "/cases/" + CASE + "/assignment", staff)
                    .header("Idempotency-Key", "assignment-1")
                    .POST(HttpRequest.BodyPublishers.noBody())));
    String pseudonym = chosen.path("reviewer").asText();
    attest(served, token("reviewer", "--subject", pseudonym));
    return pseudonym;
  }

  private void attest(Served served, String reviewer) throws IOException, InterruptedException {
    var asked = send(ask(served, "/cases/" + CASE + "/attestation", reviewer));
    var answers = new ArrayList<String>();
    for (JsonNode party : json(asked).path("parties")) {
      answers.add(
          "{\"role\": %s, \"party\": %s, \"tie\": \"NONE\"}"
              .formatted(party.path("role"), party.path("party")));
    }
    var attested =
        send(
            ask(served, "/cases/" + CASE + "/attestation", reviewer)
                .header("If-Match", asked.headers().firstValue("etag").orElseThrow())
                .header("Content-Type", "application/json")
                .PUT(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"answers\": [" + String.join(", ", answers) + "]}")));
    seen.add(json(attested).path("state").asText());
  }

  /** The assigned reviewer decides and adopts: that reviewer's token. */
  private String decide(Served served) throws IOException, InterruptedException {
    String reviewer = token("reviewer", "--subject", assign(served));
    review(served, reviewer, 1, "{\"action\": \"ADOPT\"}");
    review(served, reviewer, 2, override(served, reviewer));
    var etag = send(ask(served, "/cases/" + CASE, reviewer)).headers().firstValue("etag");
    var adopted =
        send(
            ask(served, "/cases/" + CASE + "/adoption", reviewer)
                .header("If-Match", etag.orElseThrow())
                .header("Idempotency-Key", "adoption-0001")
                .POST(HttpRequest.BodyPublishers.noBody()));
    seen.add("adoption " + adopted.statusCode());
    seen.add(shown(served, reviewer, "ADOPTED").path("state").asText());
    return reviewer;
  }

  private void download(Served served) throws IOException, InterruptedException {
    send(
        post(
            served,
            "/cases/" + CASE + "/grants",
            token("staff"),
            "{\"subject\": \"the-worker\", \"party\": \"WORKER\"}"));
    String worker = token("party", "--subject", "the-worker");
    for (String type : List.of("application/json", "text/plain", "text/html", "application/pdf")) {
      var answer =
          send(ask(served, "/cases/" + CASE + "/determination", worker).header("Accept", type));
      String text = new String(answer.body(), StandardCharsets.UTF_8);
      boolean isFinal =
          type.equals("application/pdf")
              ? text.startsWith("%PDF")
              : text.contains(type.equals("application/json") ? "\"FINAL\"" : "Administrative");
      String etag = answer.headers().firstValue("etag").orElse("");
      seen.add(type + " " + isFinal + " " + etag.equals('"' + hash(answer.body()) + '"'));
    }
    var shown = shown(served, worker, "");
    seen.add(shown.at("/items/0/decision").asText() + "," + shown.at("/items/1/decision").asText());
    seen.add(shown.path("reviewers").toString());
  }

  private HttpRequest.Builder against(
      Served served, String rest, String token, HttpResponse<byte[]> seen) {
    return ask(served, "/cases/" + CASE + rest, token)
        .header("Content-Type", "application/json")
        .header("If-Match", seen.headers().firstValue("etag").orElseThrow());
  }

  /** Staff asks, the reviewer assents, and the letter stands beside the determination. */
  private void correct(Served served, String reviewer) throws IOException, InterruptedException {
    String staff = token("staff");
    String body =
        """
        {"reason": "A word was left out.", "entries": [
          {"place": "RATIONALE", "item": 2, "printed": "The dose is low", "reads": "The daily dose is low"}]}
        """;
    var asked =
        send(
            against(served, "/corrections", staff, send(ask(served, "/cases/" + CASE, staff)))
                .header("Idempotency-Key", "correction-0001")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    seen.add("correction " + asked.statusCode());
    var assented =
        send(
            against(served, "/corrections/1/assent", reviewer, asked)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"assents\": true}")));
    seen.add("assent " + assented.statusCode());
    String worker = token("party", "--subject", "the-worker");
    JsonNode shown;
    do {
      shown = json(send(ask(served, "/cases/" + CASE, worker))).path("corrections");
    } while (shown.isEmpty());
    for (String type : List.of("application/json", "text/plain", "text/html", "application/pdf")) {
      var letter = send(ask(served, shown.at("/0/href").asText(), worker).header("Accept", type));
      String text = new String(letter.body(), StandardCharsets.UTF_8);
      seen.add(
          letter.statusCode()
              + " "
              + (text.contains("The daily dose is low") || text.startsWith("%PDF")));
    }
    var original = send(ask(served, "/cases/" + CASE + "/determination", worker));
    seen.add(original.headers().firstValue("link").orElse(""));
    seen.add("" + new String(original.body(), StandardCharsets.UTF_8).contains("The dose is low"));
  }

  private static String hash(byte[] bytes) {
    return ContentHash.of(bytes);
  }

  @Test
  void aCaseFileEndsAsTheWorkersOwnCopyOfItsDetermination() throws Exception {
    try (Served served = Served.start("--data", folder.toString())) {
      propose(served);
      served.end(SOON);
    }
    try (Served served = Served.start("--data", folder.toString())) {
      String reviewer = decide(served);
      download(served);
      correct(served, reviewer);
      served.end(SOON);
    }
    var coverage = Run.of("guidelines", "coverage", "--reviews", folder, LETTER).out();
    coverage.lines().filter(line -> line.startsWith("ALL ")).forEach(seen::add);
    assertEquals(
        List.of(
            "PROPOSED",
            "screening D1_REPORTS",
            "ATTESTED",
            "item 1 200",
            "item 2 200",
            "adoption 202",
            "ISSUED",
            "application/json true true",
            "text/plain true true",
            "text/html true true",
            "application/pdf true true",
            "OVERTURNED,OVERTURNED",
            "[{\"states\":[\"California\"],\"licences\":[\"MD\"],\"specialties\":[\"Pain"
                + " Medicine\",\"Physical Medicine and Rehabilitation\"]}]",
            "correction 202",
            "assent 200",
            "200 true",
            "200 true",
            "200 true",
            "200 true",
            "</cases/CM15-0212345/corrections/1>; rel=\"urn:openimr:correction\"",
            "true",
            "ALL                                       2      1          1"
                + "  UPHELD -> OVERTURNED 1, OVERTURNED -> OVERTURNED 1"),
        seen);
  }
}
