package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.casefile.CaseNumber;
import org.openimr.cloud.Consumers;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.cloud.EventObserver;
import org.openimr.cloud.QueueConsumer;
import org.openimr.cloud.StreamConsumer;
import org.openimr.determine.DetermineHandler;
import org.openimr.evaluate.EvaluateHandler;
import org.openimr.intake.IntakeHandler;
import org.openimr.procedure.ContentHash;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.DocumentPointer;
import org.openimr.records.Journal;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectName;
import org.openimr.records.ObjectStore;
import org.openimr.records.Placed;
import org.openimr.records.Settings;
import org.openimr.records.Table;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;

/** The whole pipeline in the embedded cloud, against what users and services do to it. */
class HostilePipelineTest {
  private static final Path EVENTS = Path.of("../../events");
  private static final CaseNumber CASE = new CaseNumber("CM15-0212345");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2015-11-16T20:00:00Z"));
  private static final int STORMS = 30;

  /** Fewer than the deliveries that a message has. */
  private static final int FAULTS = 3;

  private final Map<String, String> versions = new HashMap<>();

  @TempDir private Path folder;

  @Test
  void endsInTheSameBytesWhateverServicesFail() throws IOException {
    var calm = new Weather(Set.of());
    var expected = result(calm);
    for (int seed = 1; seed <= STORMS; seed++) {
      var storm = new Weather(calls(new Random(seed), calm.calls()));
      assertEquals(expected, result(storm), "seed " + seed);
    }
  }

  private static Set<Integer> calls(Random random, int all) {
    return random.ints(FAULTS, 1, all + 1).boxed().collect(Collectors.toSet());
  }

  private List<Object> result(Weather weather) throws IOException {
    try (var cloud = EmbeddedCloud.inMemory(CLOCK)) {
      put(cloud, "incoming/sample", sample());
      put(cloud, "incoming/report", anotherReport());
      drain(
          cloud,
          consumers(
              weather.over(cloud.table()),
              weather.over(cloud.objects()),
              UnaryOperator.identity()));
      return outcome(cloud);
    }
  }

  @Test
  void determinesTheNewRevisionWhenThereIsOneBeforeTheOldIsEvaluated() throws IOException {
    List<Object> oneAfterAnother;
    try (var cloud = EmbeddedCloud.inMemory(CLOCK)) {
      put(cloud, "incoming/sample", sample());
      drain(cloud, consumers(cloud.table(), cloud.objects(), UnaryOperator.identity()));
      put(cloud, "incoming/report", anotherReport());
      drain(cloud, consumers(cloud.table(), cloud.objects(), UnaryOperator.identity()));
      oneAfterAnother = outcome(cloud);
    }
    try (var cloud = EmbeddedCloud.inMemory(CLOCK)) {
      put(cloud, "incoming/sample", sample());
      drain(cloud, consumers(cloud.table(), cloud.objects(), once(() -> takeReport(cloud))));
      assertEquals(oneAfterAnother, outcome(cloud));
    }
  }

  /** Takes the second upload while the evaluation of the first has read its head. */
  private void takeReport(EmbeddedCloud cloud) {
    String version = put(cloud, "incoming/report", anotherReport());
    var message = new SQSEvent.SQSMessage();
    message.setMessageId("second");
    message.setBody(created("incoming/report", version));
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    new IntakeHandler(cloud.table(), cloud.objects(), cloud.settings(), CLOCK, Journal.silent())
        .handleRequest(event, null);
  }

  @Test
  void recordsAFileThatEndsTheProcessTwiceAndTakesTheOthers() throws IOException {
    for (int run = 1; run <= 3; run++) {
      try (var cloud = EmbeddedCloud.in(folder, CLOCK)) {
        if (run == 1) {
          put(cloud, "incoming/fatal", "This file ends the process.");
          put(cloud, "incoming/sample", sample());
        }
        var consumers = consumers(cloud.table(), fatal(cloud.objects()), UnaryOperator.identity());
        if (run < 3) {
          assertThrows(IllegalStateException.class, () -> drain(cloud, consumers));
          continue;
        }
        drain(cloud, consumers);
        assertEquals(
            List.of("PROCESSING_FAILED", "PROPOSED", true, 0, List.of()),
            List.of(
                code(cloud, "incoming/fatal"),
                head(cloud).state().name(),
                cloud.objects().open(name("incoming/fatal"), Optional.empty()).isPresent(),
                cloud.queue().size(),
                cloud.queue().deadLetters()));
      }
    }
  }

  @Test
  void recordsEachBadUploadAndKeepsItBesideAGoodOne() throws IOException {
    try (var cloud = EmbeddedCloud.inMemory(CLOCK)) {
      put(cloud, "incoming/empty", "");
      put(cloud, "incoming/letter to Åsa + 100%.txt", "A letter that names no case.");
      put(cloud, "incoming/CM15-0999999/sample", sample());
      put(cloud, "incoming/image", "\u0089PNG\r\n\u001a\n");
      cloud.queue().send(created("incoming/gone", "1"));
      cloud.queue().send("no event");
      put(cloud, "incoming/CM15-0212345/Bericht für Åsa + 100%.json", sample());
      drain(cloud, consumers(cloud.table(), cloud.objects(), UnaryOperator.identity()));
      assertEquals(
          List.of(
              "EMPTY_FILE",
              "NO_CASE_NUMBER",
              "CASE_NUMBER_MISMATCH",
              "UNSUPPORTED_TYPE",
              "OBJECT_MISSING",
              "PROPOSED",
              0,
              List.of()),
          List.of(
              code(cloud, "incoming/empty"),
              code(cloud, "incoming/letter to Åsa + 100%.txt"),
              code(cloud, "incoming/CM15-0999999/sample"),
              code(cloud, "incoming/image"),
              code(cloud, "incoming/gone", "1"),
              head(cloud).state().name(),
              cloud.queue().size(),
              cloud.queue().deadLetters()));
    }
  }

  @Test
  void saysNothingOfAWorkerInLogsReasonsAndNames() throws IOException {
    var said = new ByteArrayOutputStream();
    var log = new PrintStream(said, true, StandardCharsets.UTF_8);
    var journal = Journal.of("function", CLOCK, log);
    try (var cloud = EmbeddedCloud.inMemory(CLOCK)) {
      String planted = sample().replace("Rosalind Q. Sample", "Zebulon Quagmire");
      put(cloud, "incoming/CM15-0212345/Quagmire, Zebulon.json", planted);
      put(
          cloud,
          "incoming/Quagmire.json",
          planted.replace("\"priority\": \"STANDARD\"", "\"priority\": \"Quagmire\""));
      put(cloud, "incoming/date", planted.replace("\"2009-05-01\"", "\"Quagmire\""));
      put(cloud, "incoming/CM15-0999999/Quagmire", planted);
      put(cloud, "incoming/broken", planted.substring(0, planted.length() - 40));
      put(cloud, "incoming/text", "Zebulon Quagmire has radicular symptoms.");
      var weather = new Weather(Set.of(3, 10, 30));
      var objects = named(weather.over(cloud.objects()), log);
      drain(
          cloud,
          consumers(
              weather.over(cloud.table()), objects, UnaryOperator.identity(), journal, told(log)));
    }
    String all = said.toString(StandardCharsets.UTF_8);
    assertEquals(
        List.of(true, List.of()),
        List.of(
            all.contains("SCHEMA_VIOLATION"),
            Stream.of("Quagmire", "Zebulon", "radicular", "cervical", "ydrocodone", "1961")
                .filter(all::contains)
                .toList()));
  }

  private static EventObserver told(PrintStream log) {
    return new EventObserver() {
      @Override
      public void logged(String function, String line) {
        log.println(line);
      }

      @Override
      public void failed(String function, RuntimeException cause) {
        cause.printStackTrace(log);
      }
    };
  }

  /** Prints names of objects, and what reasons say. */
  private static ObjectStore named(ObjectStore objects, PrintStream log) {
    return new Passing(objects) {
      @Override
      public Placed putIfAbsent(ObjectName name, byte[] body, String contentType) {
        log.println(name.key());
        if (name.key().startsWith("reasons/")) {
          log.println(new String(body, StandardCharsets.UTF_8));
        }
        return super.putIfAbsent(name, body, contentType);
      }
    };
  }

  private static ObjectStore fatal(ObjectStore objects) {
    return new Passing(objects) {
      @Override
      public Optional<ObjectContent> open(ObjectName name, Optional<String> versionId) {
        if (name.key().equals("incoming/fatal")) {
          throw new OutOfMemoryError("as a file may cause");
        }
        return super.open(name, versionId);
      }
    };
  }

  private static UnaryOperator<ObjectStore> once(Runnable meanwhile) {
    var done = new AtomicBoolean();
    return objects ->
        new Passing(objects) {
          @Override
          public Optional<ObjectContent> open(ObjectName name, Optional<String> versionId) {
            if (!done.getAndSet(true)) {
              meanwhile.run();
            }
            return super.open(name, versionId);
          }
        };
  }

  private static Consumers consumers(
      Table table, ObjectStore objects, UnaryOperator<ObjectStore> ofEvaluate) {
    return consumers(table, objects, ofEvaluate, Journal.silent(), EventObserver.SILENT);
  }

  private static Consumers consumers(
      Table table,
      ObjectStore objects,
      UnaryOperator<ObjectStore> ofEvaluate,
      Journal journal,
      EventObserver observer) {
    var settings = Settings.EMBEDDED;
    return Consumers.of(
        new QueueConsumer("intake", new IntakeHandler(table, objects, settings, CLOCK, journal)),
        List.of(
            new StreamConsumer(
                "evaluate",
                Set.of("PARSED"),
                new EvaluateHandler(table, ofEvaluate.apply(objects), settings, CLOCK, journal)),
            new StreamConsumer(
                "determine",
                Set.of("EVALUATED"),
                new DetermineHandler(table, objects, settings, CLOCK, journal))),
        observer);
  }

  private static void drain(EmbeddedCloud cloud, Consumers consumers) {
    try (var delivery = cloud.delivery(consumers)) {
      delivery.drain();
    }
  }

  /** State, documents by their bytes, and what is left in the queue. */
  private static List<Object> outcome(EmbeddedCloud cloud) throws IOException {
    var head = head(cloud);
    var outcome = new ArrayList<Object>();
    outcome.add(head.state());
    outcome.add(head.revision());
    outcome.add(cloud.queue().size());
    outcome.add(cloud.queue().deadLetters());
    outcome.add(new Uploads(cloud.table()).waitingSince(Instant.MAX));
    String of = head.proposal().map(DocumentPointer::folder).orElseThrow();
    for (String form : List.of("json", "txt", "html", "pdf")) {
      var document = new ObjectName(Settings.EMBEDDED.derived(), of + "/determination." + form);
      try (var content = cloud.objects().open(document, Optional.empty()).orElseThrow()) {
        outcome.add(ContentHash.of(content.stream().readAllBytes()));
      }
    }
    return outcome;
  }

  private static CaseHead head(EmbeddedCloud cloud) {
    return new Cases(cloud.table()).head(CASE).orElseThrow();
  }

  private String code(EmbeddedCloud cloud, String key) throws IOException {
    try (var content = cloud.objects().open(name(key), Optional.empty()).orElseThrow()) {
      assertEquals(content.size(), content.stream().readAllBytes().length);
    }
    return code(cloud, key, versions.getOrDefault(key, ""));
  }

  private static String code(EmbeddedCloud cloud, String key, String version) {
    return new Uploads(cloud.table())
        .find(UploadRow.id(name(key), Optional.of(version)))
        .flatMap(UploadRow::reason)
        .map(why -> why.code().name())
        .orElse("");
  }

  private String put(EmbeddedCloud cloud, String key, String content) {
    var bytes = content.getBytes(StandardCharsets.UTF_8);
    String version =
        cloud.objects().put(name(key), bytes, "application/octet-stream").orElseThrow();
    versions.put(key, version);
    return version;
  }

  private static ObjectName name(String key) {
    return new ObjectName(Settings.EMBEDDED.caseFiles(), key);
  }

  private static String created(String key, String version) {
    return """
    {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventName":"ObjectCreated:Put",
      "s3":{"bucket":{"name":"%s"},"object":{"key":"%s","size":1,"versionId":"%s",
      "sequencer":"0055AED6DCD90281E5"}}}]}
    """
        .formatted(
            Settings.EMBEDDED.caseFiles(), URLEncoder.encode(key, StandardCharsets.UTF_8), version);
  }

  private static String sample() throws IOException {
    return Files.readString(EVENTS.resolve("case-file.json"));
  }

  private static String anotherReport() {
    return """
    {"schema": "openimr/case-file/1", "caseNumber": "CM15-0212345",
     "documents": [{"id": "note-2015-10-14", "type": "PROGRESS_REPORT", "date": "2015-10-14",
       "text": "The patient took part in a home exercise program."}]}
    """;
  }
}
