package org.openimr.local.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Correction;
import org.openimr.casefile.LetterPlace;
import org.openimr.local.template.ExpandedTemplate;
import org.openimr.records.Bodies;
import org.openimr.records.Clients;
import org.openimr.records.CorrectionRow;
import org.openimr.records.Corrections;
import org.openimr.records.DynamoTable;
import org.openimr.records.S3Objects;
import org.openimr.records.Settings;

/** The functions in their containers, with the events of {@code events/} as they are. */
@Tag("sam")
class SamLocalTest {
  private static final String CASE = "CASE#CM15-0212345";
  private static final String LETTER = "PRECEDENT#CM15-0299001";
  private static final String HEAD = "CASE";
  private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";

  @Test
  void theSampleCaseFilePassesThroughTheFourFunctions() throws IOException, InterruptedException {
    var sam = SamCli.find();
    try (var stack = EmulatedStack.start(ExpandedTemplate.make(sam))) {
      var functions = LocalInvocation.of(sam, stack.variables());
      stack.upload(
          "incoming/CM15-0212345/case-file.json",
          SamCli.project().resolve("events/case-file.json"));
      var seen = new ArrayList<String>();
      seen.add(functions.invoke("IntakeFunction", "intake.json"));
      seen.add(state(stack));
      leaveUntouchedForAnHour(stack);
      functions.invoke("ScheduleFunction", "schedule.json");
      seen.add("started again: " + stack.attribute(CASE, HEAD, "attempt").n());
      seen.add(functions.invoke("EvaluateFunction", "evaluate.json"));
      seen.add(state(stack));
      seen.add(functions.invoke("DetermineFunction", "determine.json"));
      seen.add(state(stack));
      seen.addAll(documents(stack));
      seen.addAll(decisions(stack));
      assertEquals(
          List.of(
              NOTHING_FAILED,
              "PARSED",
              "started again: 1",
              NOTHING_FAILED,
              "EVALUATED",
              NOTHING_FAILED,
              "PROPOSED",
              "determination.html",
              "determination.json",
              "determination.pdf",
              "determination.txt",
              "OVERTURNED",
              "UPHELD",
              "PARTIALLY_OVERTURN"),
          seen);
    }
  }

  @Test
  void theSampleLetterBecomesAPrecedent() throws IOException, InterruptedException {
    var sam = SamCli.find();
    try (var stack = EmulatedStack.start(ExpandedTemplate.make(sam))) {
      var functions = LocalInvocation.of(sam, stack.variables());
      stack.upload(
          "published/published-determination.txt",
          SamCli.project().resolve("events/published-determination.txt"));
      var seen = new ArrayList<String>();
      seen.add(functions.invoke("ImportFunction", "import.json"));
      seen.add(stack.attribute(LETTER, "PRECEDENT", "state").s());
      seen.add(functions.invoke("EvaluateFunction", "evaluate-letter.json"));
      seen.add(stack.attribute(LETTER, "PRECEDENT", "state").s());
      assertEquals(List.of("{\"PRECEDENT\":1}", "KEPT", NOTHING_FAILED, "EVALUATED"), seen);
    }
  }

  @Test
  void theLetterOfACorrectionIsWritten() throws IOException, InterruptedException {
    var sam = SamCli.find();
    try (var stack = EmulatedStack.start(ExpandedTemplate.make(sam))) {
      askForACorrection(stack);
      var seen = new ArrayList<String>();
      seen.add(
          LocalInvocation.of(sam, stack.variables())
              .invoke("DetermineFunction", "determine-correction.json"));
      seen.add(stack.attribute(CASE, "CORRECTION#01", "state").s());
      seen.add(
          stack
              .attribute(CASE, "CORRECTION#01", "folder")
              .s()
              .substring(0, "CM15-0212345/r1/correction-01".length()));
      assertEquals(List.of(NOTHING_FAILED, "ISSUED", "CM15-0212345/r1/correction-01"), seen);
    }
  }

  /** As the API leaves it; of its determination only the hashes matter here. */
  private static void askForACorrection(EmulatedStack stack) {
    var number = new CaseNumber("CM15-0212345");
    var day = LocalDate.of(2015, 12, 10);
    var entry =
        new Correction.Entry(
            LetterPlace.DATE_ASSIGNED,
            Optional.empty(),
            "11/12/2015",
            "11/13/2015",
            Optional.empty());
    var correction =
        new Correction(
            number,
            1,
            new Correction.Corrected(1, day, day, "0", "1", "2", "3"),
            "It was typed wrong.",
            List.of(entry),
            false,
            Optional.empty());
    try (var clients = Clients.at(stack.endpoint())) {
      String body = new Bodies(new S3Objects(clients.s3()), Settings.EMBEDDED).put(correction);
      var corrections =
          new Corrections(new DynamoTable(clients.dynamoDb(), Settings.EMBEDDED.table()));
      var row = CorrectionRow.requested(number, 1, 1, body, List.of(), Instant.now(), day);
      var none = corrections.of(number);
      corrections.write(none, row, Corrections.event(none, row, "staff:0", "CORRECTION_REQUESTED"));
    }
  }

  @Test
  void theTestEventThatS3SendsFirstIsNoUpload() throws IOException, InterruptedException {
    var nowhere =
        Map.of(
            "Parameters",
            Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                "TABLE_NAME", "imr-cases",
                "CASE_FILES_BUCKET", "imr-case-files",
                "DERIVED_BUCKET", "imr-derived",
                "DETERMINATIONS_BUCKET", "imr-determinations"));
    assertEquals(
        NOTHING_FAILED,
        LocalInvocation.of(SamCli.find(), nowhere)
            .invoke("IntakeFunction", "intake-test-event.json"));
  }

  @Test
  void theApiAsksForATokenInItsContainer() throws IOException, InterruptedException {
    var desk =
        Map.of(
            "Parameters",
            Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                "TABLE_NAME", "imr-cases",
                "CASE_FILES_BUCKET", "imr-case-files",
                "DERIVED_BUCKET", "imr-derived",
                "DETERMINATIONS_BUCKET", "imr-determinations",
                "TOKEN_ISSUER", "https://issuer.example",
                "TOKEN_AUDIENCE", "openimr",
                "TOKEN_JWKS_URL", "http://127.0.0.1:1/keys",
                "CURSOR_SECRET", "only for this test, and nothing else"));
    var answer =
        new JsonMapper()
            .readTree(LocalInvocation.of(SamCli.find(), desk).invoke("ApiFunction", "api.json"));
    var problem = new JsonMapper().readTree(answer.path("body").asText());
    assertEquals(
        List.of(401, "NO_TOKEN", "urn:openimr:request:JKJaXmPLvHcESHA="),
        List.of(
            answer.path("statusCode").asInt(),
            problem.path("code").asText(),
            problem.path("instance").asText()));
  }

  @Test
  void samBuildTakesThePackagesAsMavenMadeThem(@TempDir Path folder)
      throws IOException, InterruptedException {
    var run =
        SamCli.find()
            .run(
                Map.of(),
                List.of("build", "--template", "template.yaml", "--build-dir", folder.toString()));
    assertEquals(0, run.exit(), run.errors());
  }

  private static String state(EmulatedStack stack) {
    return stack.attribute(CASE, HEAD, "state").s();
  }

  /** The schedule takes a case up again that nobody has written to for ten minutes. */
  private static void leaveUntouchedForAnHour(EmulatedStack stack) {
    var longAgo = Instant.now().minus(Duration.ofHours(1)).toString();
    stack.set(CASE, HEAD, "touchedAt", longAgo);
  }

  private static List<String> documents(EmulatedStack stack) {
    return stack.drafts("CM15-0212345/r1/proposed/").stream()
        .map(key -> key.substring(key.lastIndexOf('/') + 1))
        .toList();
  }

  private static List<String> decisions(EmulatedStack stack) throws IOException {
    var key =
        stack.drafts("CM15-0212345/r1/proposed/").stream()
            .filter(document -> document.endsWith(".json"))
            .findFirst()
            .orElseThrow();
    var determination = new JsonMapper().readTree(stack.draft(key));
    var decisions = new ArrayList<>(determination.path("items").findValuesAsText("decision"));
    decisions.add(determination.path("overall").asText());
    return decisions;
  }
}
