package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.api.ApiHandler;
import org.openimr.api.ApiKeys;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.cloud.Consumers;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.cloud.EventObserver;
import org.openimr.cloud.QueueConsumer;
import org.openimr.cloud.StreamConsumer;
import org.openimr.cloud.StreamConsumer.RowFilter;
import org.openimr.determine.DetermineHandler;
import org.openimr.documents.FileOpener;
import org.openimr.evaluate.EvaluateHandler;
import org.openimr.intake.IntakeHandler;
import org.openimr.records.Backend;
import org.openimr.records.Cases;
import org.openimr.records.Clients;
import org.openimr.records.CorrectionState;
import org.openimr.records.Corrections;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.Owners;
import org.openimr.records.Ownership;
import org.openimr.records.Presigner;
import org.openimr.schedule.ScheduleHandler;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A reviewer's name, licence number and address lie in the table while a case goes from its file to
 * its determination. Every byte that leaves is searched: objects, events, log lines with their
 * metrics, answers.
 */
class PlantedIdentityTest {
  private static final Path SAMPLE = Path.of("../../events/case-file.json");
  private static final CaseNumber CASE = new CaseNumber("CM15-0212345");

  @TempDir private Path folder;
  private final InstantSource clock = InstantSource.system();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final EmbeddedCloud cloud = EmbeddedCloud.inMemory(clock);
  private final List<String> answers = new ArrayList<>();

  private Journal journal(String function) {
    return Journal.of(function, clock, new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  private Consumers consumers() {
    var table = cloud.table();
    var objects = cloud.objects();
    var settings = cloud.settings();
    return Consumers.of(
        new QueueConsumer(
            "intake",
            new IntakeHandler(
                table, objects, settings, clock, journal("intake"), new FileOpener())),
        List.of(
            new StreamConsumer(
                "evaluate",
                Set.of(CaseState.PARSED.name()),
                new EvaluateHandler(table, objects, settings, clock, journal("evaluate"))),
            new StreamConsumer(
                "determine",
                List.of(
                    RowFilter.heads(Set.of(CaseState.EVALUATED.name(), CaseState.ADOPTED.name())),
                    RowFilter.corrections(
                        Set.of(CorrectionState.REQUESTED.name(), CorrectionState.ASSENTED.name()))),
                new DetermineHandler(table, objects, settings, clock, journal("determine")))),
        EventObserver.SILENT);
  }

  private void put() throws IOException {
    var owners = new Owners(cloud.table());
    cloud
        .table()
        .commit(
            owners.writes(
                Optional.empty(),
                Ownership.opened(CASE, "acme", clock.instant()),
                Optional.empty()));
    cloud
        .objects()
        .put(
            new ObjectName(cloud.settings().caseFiles(), "incoming/" + CASE + "/case.json"),
            Files.readAllBytes(SAMPLE),
            "application/json");
  }

  private void answer(ApiHandler api, String method, String rest, String token, String body) {
    var headers = new TreeMap<String, String>();
    headers.put("authorization", "Bearer " + token);
    headers.put("content-type", "application/json");
    headers.put("idempotency-key", "key-" + answers.size() + "-0000");
    headers.put("if-match", '"' + tag() + '"');
    var http =
        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
            .withMethod(method)
            .withPath("/cases/" + CASE + rest)
            .build();
    APIGatewayV2HTTPResponse response =
        api.handleRequest(
            APIGatewayV2HTTPEvent.builder()
                .withRawPath("/cases/" + CASE + rest)
                .withRawQueryString("")
                .withHeaders(headers)
                .withBody(body)
                .withRequestContext(
                    APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withRequestId("req-1")
                        .withHttp(http)
                        .build())
                .build(),
            null);
    answers.add(response.getStatusCode() + " " + response.getHeaders() + response.getBody());
  }

  /** As the case shows it. */
  private String tag() {
    long changes = new Corrections(cloud.table()).of(CASE).version();
    return changes == 0 ? head().etag() : head().etag() + "." + changes;
  }

  private org.openimr.records.CaseHead head() {
    return new Cases(cloud.table()).head(CASE).orElseThrow();
  }

  private ApiHandler api(EmbeddedIssuer issuer) {
    return new ApiHandler(
        new Backend(cloud.table(), cloud.objects(), cloud.settings()),
        new ApiKeys(
            issuer.trust(),
            Presigner.at(URI.create("http://127.0.0.1:9"), "key", "secret"),
            issuer.cursorSecret()),
        clock,
        journal("api"));
  }

  private static String token(EmbeddedIssuer issuer, String role, String subject) {
    var bearer = new EmbeddedIssuer.Bearer(role, subject, Optional.empty(), Optional.empty());
    return issuer.token(bearer, Instant.now());
  }

  private void decide() {
    var issuer = EmbeddedIssuer.in(folder);
    var api = api(issuer);
    String reviewer = token(issuer, "reviewer", AssignedReviewer.PSEUDONYM.value());
    answer(api, "PUT", "/items/1/review", reviewer, "{\"action\": \"ADOPT\"}");
    answer(
        api,
        "PUT",
        "/items/2/review",
        reviewer,
        "{\"action\": \"ADOPT\", \"rationale\": \"I am Thessaly Quillfeather.\"}");
    answer(api, "PUT", "/items/2/review", reviewer, "{\"action\": \"ADOPT\"}");
    answer(api, "POST", "/adoption", reviewer, "");
    answer(api, "GET", "", reviewer, "");
    answer(api, "GET", "/timeline", reviewer, "");
  }

  /** A correction that the reviewer assents to, and one that tells who that is. */
  private void correct() {
    var issuer = EmbeddedIssuer.in(folder);
    var api = api(issuer);
    String staff = token(issuer, "staff", "clerk");
    String reviewer = token(issuer, "reviewer", AssignedReviewer.PSEUDONYM.value());
    answer(api, "POST", "/corrections", staff, correction("Thessaly Quillfeather says so."));
    answer(api, "POST", "/corrections", staff, correction("It was typed wrong."));
    answer(api, "PUT", "/corrections/1/assent", reviewer, "{\"assents\": true}");
    answer(api, "GET", "/corrections", reviewer, "");
  }

  private static String correction(String reason) {
    return """
        {"reason": "%s", "entries": [
          {"place": "UR_DENIAL_DATE", "printed": "10/21/2015", "reads": "10/20/2015"}]}
        """
        .formatted(reason);
  }

  private Map<String, String> objects() throws IOException {
    var contents = new TreeMap<String, String>();
    try (var endpoint = cloud.s3(0, "key", "secret");
        var clients = Clients.at(endpoint.uri(), "key", "secret")) {
      S3Client s3 = clients.s3();
      for (String bucket : List.of(cloud.settings().derived(), cloud.settings().determinations())) {
        for (var object : s3.listObjectsV2Paginator(r -> r.bucket(bucket)).contents()) {
          byte[] bytes = s3.getObjectAsBytes(r -> r.bucket(bucket).key(object.key())).asByteArray();
          contents.put(bucket + "/" + object.key(), new String(bytes, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return contents;
  }

  private static Set<String> tellers(Map<String, String> texts) {
    var telling = new TreeSet<String>();
    texts.forEach(
        (where, text) -> {
          String plain = text.toLowerCase(Locale.ROOT);
          if (AssignedReviewer.SECRETS.stream().anyMatch(plain::contains)) {
            telling.add(where);
          }
        });
    return telling;
  }

  /** From the case file to the issued determination, with every function's log kept. */
  private void issue() throws IOException {
    try (var delivery = cloud.delivery(consumers())) {
      put();
      delivery.drain();
      new AssignedReviewer(cloud, CASE.value()).assign();
      decide();
      delivery.drain();
      correct();
      delivery.drain();
      new ScheduleHandler(cloud.table(), clock, journal("schedule")).handleRequest(Map.of(), null);
    }
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void nothingThatLeavesTellsWhoTheReviewerIs() throws IOException {
    issue();
    var texts = new TreeMap<>(objects());
    texts.put("log", log.toString(StandardCharsets.UTF_8));
    texts.put("events", new Cases(cloud.table()).events(CASE).toString());
    texts.put("answers", answers.toString());
    var statuses = answers.stream().map(answer -> answer.substring(0, 3)).toList();
    long finals = texts.keySet().stream().filter(key -> key.contains("/final/")).count();
    long corrections =
        texts.keySet().stream().filter(key -> key.contains("/correction-01/")).count();
    assertEquals(
        List.of(
            Set.of(),
            CaseState.ISSUED,
            List.of("200", "422", "200", "202", "200", "200", "422", "202", "200", "200"),
            4L,
            4L,
            true),
        List.of(
            tellers(texts),
            head().state(),
            statuses,
            finals,
            corrections,
            String.valueOf(texts.get("log")).contains("CasesIssued")));
  }

  @Test
  void theCommandLineWritesTheFinalDetermination() throws IOException {
    issue();
    var desk = Desk.elsewhere(cloud.table(), cloud.objects(), cloud.settings(), _ -> {}, () -> {});
    var line = new CaseOutput(desk, folder).write(CASE);
    assertEquals(
        List.of(Optional.of("CM15-0212345\tISSUED\tOVERTURNED,UPHELD"), true),
        List.of(
            line,
            Files.readString(folder.resolve(CASE + "/determination.json"))
                .contains("\"kind\": \"FINAL\"")));
  }
}
