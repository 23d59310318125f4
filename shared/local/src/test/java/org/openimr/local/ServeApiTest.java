package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.procedure.ContentHash;

/** The HTTP API of {@code serve}, from the first request to the determination. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeApiTest {
  private static final Path SAMPLE = Path.of("../../events/case-file.json");
  private static final String CASE = "CM15-0212345";
  private static final Set<String> OF_THE_CLIENT = Set.of("content-length", "host");

  @TempDir private static Path folder;

  private static Served served;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    served = Served.start("--data", folder.toString());
  }

  @AfterAll
  static void end() {
    served.close();
    CLIENT.close();
  }

  private static String token(String role, Object... more) {
    var arguments = new ArrayList<Object>(List.of("token", "--role", role, "--data", folder));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray()).out().strip();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder ask(String path, String token) {
    return HttpRequest.newBuilder(URI.create(served.said("api") + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.Builder post(String path, String token, String key, String body) {
    return ask(path, token)
        .header("Idempotency-Key", key)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return new JsonMapper().readTree(response.body());
  }

  @Test
  void aCaseGoesFromItsOpeningToItsDraft() throws IOException, InterruptedException {
    var seen = new ArrayList<String>();
    String staff = token("staff");
    String administrator = token("claims-administrator", "--organization", "acme");
    seen.add(
        "opened "
            + send(post(
                    "/cases",
                    staff,
                    "open-0001",
                    "{\"caseNumber\":\"" + CASE + "\",\"organization\":\"acme\"}"))
                .statusCode());
    seen.add("put " + upload(administrator));
    served.documents(CASE);
    seen.add("state " + state(administrator));
    var letter =
        send(ask("/cases/" + CASE + "/determination", staff).header("Accept", "text/plain"));
    seen.add("draft " + letter.statusCode() + " " + letter.body().contains(CASE));
    seen.add(
        "for the administrator "
            + send(ask("/cases/" + CASE + "/determination", administrator)).statusCode());
    var hits =
        send(post("/cases/" + CASE + "/search", staff, "search-0001", "{\"words\":[\"massage\"]}"));
    seen.add("found " + !json(hits).path("hits").isEmpty());
    seen.addAll(review(staff));
    assertEquals(
        List.of(
            "opened 201",
            "put 200",
            "state PROPOSED",
            "draft 200 true",
            "for the administrator 404",
            "found true",
            "roster 2",
            "chosen RV-000001",
            "closed 403",
            "attested ATTESTED",
            "open 200"),
        seen);
  }

  /** The sample roster has a reviewer for the sample case, who opens the file by attesting. */
  private static List<String> review(String staff) throws IOException, InterruptedException {
    var seen = new ArrayList<String>();
    var roster =
        ask("/reviewers/import", staff)
            .header("Idempotency-Key", "roster-0001")
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofFile(Path.of("../../events/roster.csv")));
    seen.add("roster " + json(send(roster)).path("taken"));
    var chosen = json(send(post("/cases/" + CASE + "/assignment", staff, "assign-0001", "")));
    String pseudonym = chosen.path("reviewer").asText();
    seen.add("chosen " + pseudonym);
    String reviewer = token("reviewer", "--subject", pseudonym);
    String page = "/cases/" + CASE + "/documents/progress-report-2015-10-13";
    seen.add("closed " + send(ask(page, reviewer)).statusCode());
    var parties = send(ask("/cases/" + CASE + "/attestation", reviewer));
    var body = JsonMapper.builder().build().createObjectNode();
    var answers = body.putArray("answers");
    json(parties)
        .path("parties")
        .forEach(
            party ->
                answers
                    .addObject()
                    .put("role", party.path("role").asText())
                    .put("party", party.path("party").asText())
                    .put("tie", "NONE"));
    var attested =
        send(
            ask("/cases/" + CASE + "/attestation", reviewer)
                .header("If-Match", parties.headers().firstValue("etag").orElseThrow())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    seen.add("attested " + json(attested).path("state").asText());
    seen.add("open " + send(ask(page, reviewer)).statusCode());
    return seen;
  }

  private static int upload(String token) throws IOException, InterruptedException {
    byte[] file = Files.readAllBytes(SAMPLE);
    var address =
        json(
            send(
                post(
                    "/cases/" + CASE + "/uploads",
                    token,
                    "upload-0001",
                    "{\"fileName\":\"f.json\",\"contentType\":\"application/json\",\"size\":%d,\"sha256\":\"%s\"}"
                        .formatted(file.length, ContentHash.of(file)))));
    var put =
        HttpRequest.newBuilder(URI.create(address.path("url").asText()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
    address
        .path("headers")
        .properties()
        .forEach(
            header -> {
              if (!OF_THE_CLIENT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                put.header(header.getKey(), header.getValue().asText());
              }
            });
    return send(put).statusCode();
  }

  /** Documents are put before the case's state: the state comes a moment after. */
  private static String state(String token) throws IOException, InterruptedException {
    String state;
    do {
      state = json(send(ask("/cases/" + CASE, token))).path("state").asText();
    } while (state.equals("EVALUATED"));
    return state;
  }

  @Test
  void aTokenOfAnotherIssuersKeyIsRefused(@TempDir Path other)
      throws IOException, InterruptedException {
    var foreign = Run.of("token", "--role", "staff", "--data", other).out().strip();
    var answer = send(ask("/cases", foreign));
    assertEquals(
        List.of(401, "INVALID_TOKEN"),
        List.of(answer.statusCode(), json(answer).path("code").asText()));
  }

  @Test
  void theKeysThatItPublishesAreNotItsOwnSecret() throws IOException, InterruptedException {
    var keys = json(send(ask("/.well-known/jwks.json", "")));
    assertEquals(
        List.of(1, false), List.of(keys.path("keys").size(), keys.path("keys").path(0).has("d")));
  }

  @Test
  void aBodyOverTheGatewaysLimitIsRefused() throws IOException, InterruptedException {
    var answer =
        send(post("/cases", token("staff"), "large-0001", " ".repeat(10 * 1024 * 1024 + 1)));
    assertEquals(
        List.of(413, "Request Entity Too Large"),
        List.of(answer.statusCode(), json(answer).path("message").asText()));
  }
}
