package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
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
import org.openimr.records.CloudFault;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;
import org.openimr.schedule.ScheduleHandler;

/**
 * Twenty uploads of four cases, in any order, while services fail at any call and the process is
 * killed between any two: each case ends as in a run without faults, to the byte. Runs are seeded;
 * two threads share the calls, so a seed fixes which calls fail and not whose they are.
 */
final class StormsTest {
  private static final List<CaseNumber> CASES =
      List.of(
          new CaseNumber("CM15-0212345"),
          new CaseNumber("CM15-0212346"),
          new CaseNumber("CM15-0212347"),
          new CaseNumber("CM15-0212348"));
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2015-11-16T20:00:00Z"));

  /** Later than everything that was stuck may be: the schedule starts it again. */
  private static final InstantSource LATER =
      InstantSource.fixed(Instant.parse("2015-11-16T20:30:00Z"));

  /** Fewer than the deliveries that a message has, even if all meet one. */
  private static final int FAULTS = 3;

  /** At the third opening a file is given up on, by design; one death leaves it another. */
  private static final int DEATHS = 1;

  @TempDir private Path folder;

  @Test
  void endsAsWithoutFaults() throws IOException {
    assertCalm(10);
  }

  @Test
  @Tag("storms")
  void endsAsWithoutFaultsFiveHundredTimes() throws IOException {
    assertCalm(500);
  }

  private void assertCalm(int storms) throws IOException {
    var calm = new Weather(Set.of());
    var expected = run("calm", new Random(0), calm);
    for (int seed = 1; seed <= storms; seed++) {
      var random = new Random(seed);
      var weather =
          new Weather(calls(random, FAULTS, calm.calls()), calls(random, DEATHS, calm.calls()));
      assertEquals(expected, run("seed-" + seed, random, weather), "seed " + seed);
    }
  }

  private static Set<Integer> calls(Random random, int many, int all) {
    return random.ints(many, 1, all + 1).boxed().collect(Collectors.toSet());
  }

  private Map<String, Object> run(String name, Random random, Weather weather) throws IOException {
    Path place = folder.resolve(name);
    var uploads = new ArrayList<>(uploads().entrySet());
    Collections.shuffle(uploads, random);
    Map<String, String> versions = new TreeMap<>();
    try (var cloud = EmbeddedCloud.in(place, CLOCK)) {
      uploads.forEach(upload -> versions.put(upload.getKey(), put(cloud, upload)));
    }
    for (int life = 0; life <= DEATHS; life++) {
      var cloud = EmbeddedCloud.in(place, CLOCK);
      if (!killed(cloud, weather)) {
        try (cloud) {
          return outcome(cloud, versions);
        }
      }
      cloud.abandon();
    }
    throw new AssertionError("died more often than it was killed");
  }

  /** Whether the process died before everything was done. */
  private static boolean killed(EmbeddedCloud cloud, Weather weather) {
    try (var delivery = cloud.delivery(consumers(cloud, weather))) {
      delivery.drain();
      startAgainWhatIsStuck(
          new ScheduleHandler(weather.over(cloud.table()), LATER, Journal.silent()));
      delivery.drain();
      return false;
    } catch (IllegalStateException | Weather.Killed dead) {
      return true;
    }
  }

  /** Every few minutes, so that a run which fails is followed by another. */
  private static void startAgainWhatIsStuck(ScheduleHandler schedule) {
    for (int run = 0; run <= FAULTS; run++) {
      try {
        schedule.handleRequest(Map.of(), null);
        return;
      } catch (CloudFault nextTime) {
        // Its next run is this loop's.
      }
    }
  }

  private static Consumers consumers(EmbeddedCloud cloud, Weather weather) {
    var table = weather.over(cloud.table());
    var objects = weather.over(cloud.objects());
    var settings = cloud.settings();
    var journal = Journal.silent();
    return Consumers.of(
        new QueueConsumer("intake", new IntakeHandler(table, objects, settings, CLOCK, journal)),
        List.of(
            new StreamConsumer(
                "evaluate",
                Set.of("PARSED"),
                new EvaluateHandler(table, objects, settings, CLOCK, journal)),
            new StreamConsumer(
                "determine",
                Set.of("EVALUATED"),
                new DetermineHandler(table, objects, settings, CLOCK, journal))),
        EventObserver.SILENT);
  }

  /** Each case by state, revision and the bytes of its documents; each upload by its end. */
  private static Map<String, Object> outcome(EmbeddedCloud cloud, Map<String, String> versions)
      throws IOException {
    Map<String, Object> outcome = new TreeMap<>();
    for (CaseNumber number : CASES) {
      var head = new Cases(cloud.table()).head(number).orElseThrow();
      outcome.put(number.value(), List.of(head.state(), head.revision(), documents(cloud, head)));
    }
    var ends = new ArrayList<String>();
    for (var upload : versions.entrySet()) {
      var row =
          new Uploads(cloud.table())
              .find(UploadRow.id(caseFile(upload.getKey()), Optional.of(upload.getValue())))
              .orElseThrow();
      ends.add(kind(upload.getKey()) + " " + row.state());
      outcome.put("kept " + upload.getKey(), hash(cloud, caseFile(upload.getKey())));
    }
    outcome.put("uploads", ends.stream().sorted().toList());
    outcome.put("queue", List.of(cloud.queue().size(), cloud.queue().deadLetters()));
    outcome.put("waiting", new Uploads(cloud.table()).waitingSince(Instant.MAX));
    return outcome;
  }

  /** Of two uploads with the same bytes the later one is the duplicate, whichever it is. */
  private static String kind(String key) {
    return key.replaceAll("(same)-[ab]", "$1");
  }

  private static List<String> documents(EmbeddedCloud cloud, CaseHead head) throws IOException {
    var hashes = new ArrayList<String>();
    if (head.proposal().isPresent()) {
      for (String form : List.of("json", "txt", "html", "pdf")) {
        hashes.add(
            hash(
                cloud,
                new ObjectName(
                    Settings.EMBEDDED.derived(),
                    head.proposal().get().folder() + "/determination." + form)));
      }
    }
    return hashes;
  }

  private static String hash(EmbeddedCloud cloud, ObjectName name) throws IOException {
    try (var content = cloud.objects().open(name, Optional.empty()).orElseThrow()) {
      return ContentHash.of(content.stream().readAllBytes());
    }
  }

  /** Five for each case: its file, two later reports that are one, another report, and no file. */
  private static Map<String, String> uploads() throws IOException {
    String sample = Files.readString(Path.of("../../events/case-file.json"));
    Map<String, String> uploads = new TreeMap<>();
    for (CaseNumber number : CASES) {
      UnaryOperator<String> key = name -> "incoming/" + number.value() + "/" + name;
      uploads.put(key.apply("file.json"), sample.replace(CASES.getFirst().value(), number.value()));
      uploads.put(key.apply("same-a.json"), report(number, "2015-10-14", "has home exercise"));
      uploads.put(key.apply("same-b.json"), report(number, "2015-10-14", "has home exercise"));
      uploads.put(key.apply("other.json"), report(number, "2015-10-16", "sleeps through"));
      uploads.put(key.apply("empty.pdf"), "");
    }
    return uploads;
  }

  private static String report(CaseNumber number, String date, String text) {
    return """
    {"schema": "openimr/case-file/1", "caseNumber": "%s",
     "documents": [{"id": "note-%s", "type": "PROGRESS_REPORT", "date": "%s",
       "text": "The patient %s."}]}
    """
        .formatted(number.value(), date, date, text);
  }

  private static String put(EmbeddedCloud cloud, Map.Entry<String, String> upload) {
    return cloud
        .objects()
        .put(
            caseFile(upload.getKey()),
            upload.getValue().getBytes(StandardCharsets.UTF_8),
            "application/octet-stream")
        .orElseThrow();
  }

  private static ObjectName caseFile(String key) {
    return new ObjectName(Settings.EMBEDDED.caseFiles(), key);
  }
}
