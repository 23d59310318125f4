package org.openimr.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.records.Key;
import org.openimr.records.ObjectName;
import org.openimr.records.Row;
import org.openimr.records.Settings;
import org.openimr.records.Table;
import org.openimr.records.Value;

/** Delivery of the embedded cloud's events. */
class EmbeddedDeliveryTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-02-03T12:00:00Z"));

  @TempDir Path folder;

  private static void put(Table table, String partition, String sort, String state, long version) {
    table.commit(
        List.of(
            TableContract.put(
                Row.of(
                    new Key(partition, sort),
                    Map.of("state", new Value.Text(state), "version", new Value.Whole(version))))));
  }

  private static Consumers messages(Recording.Messages handler) {
    return Consumers.of(new QueueConsumer("intake", handler), List.of(), EventObserver.SILENT);
  }

  private static Consumers changes(StreamConsumer... consumers) {
    return new Consumers(Optional.empty(), List.of(consumers), EventObserver.SILENT);
  }

  private static StreamConsumer evaluate(Recording.Changes handler) {
    return new StreamConsumer("evaluate", Set.of("PARSED"), handler);
  }

  @Test
  void tellsTheQueueOfUploadsAsS3Does() {
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(CLOCK)) {
      Recording.Messages intake = new Recording.Messages(_ -> false);
      String bucket = Settings.EMBEDDED.caseFiles();
      cloud.objects().put(new ObjectName(bucket, "other/x"), new byte[1], "text/plain");
      cloud
          .objects()
          .put(new ObjectName(bucket, "incoming/CM15-0000001/é +.pdf"), new byte[3], "text/plain");
      try (Delivery delivery = cloud.delivery(messages(intake))) {
        delivery.drain();
      }
      assertEquals(
          List.of(
              """
              {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1",\
              "eventTime":"2026-02-03T12:00:00Z","eventName":"ObjectCreated:Put",\
              "userIdentity":{"principalId":"EMBEDDED"},\
              "requestParameters":{"sourceIPAddress":"127.0.0.1"},\
              "responseElements":{"x-amz-request-id":"000000000000000002",\
              "x-amz-id-2":"000000000000000002"},\
              "s3":{"s3SchemaVersion":"1.0","configurationId":"uploads",\
              "bucket":{"name":"imr-case-files","ownerIdentity":{"principalId":"EMBEDDED"},\
              "arn":"arn:aws:s3:::imr-case-files"},\
              "object":{"key":"incoming/CM15-0000001/%C3%A9+%2B.pdf","size":3,\
              "eTag":"693e9af84d3dfcc71e640e005bdc5e2e",\
              "versionId":"00000000000000000000000000000002",\
              "sequencer":"000000000000000002"}}}]}"""),
          intake.bodies());
    }
  }

  @Test
  void deliversAgainOnlyWhatFailedAndGivesItUpAfterFiveTimes() {
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(CLOCK)) {
      Recording.Messages intake = new Recording.Messages("bad"::equals);
      for (String body : List.of("one", "bad", "two")) {
        cloud.queue().send(body);
      }
      try (Delivery delivery = cloud.delivery(messages(intake))) {
        delivery.drain();
      }
      assertEquals(
          List.of(1, 5, 1, List.of("bad"), 0),
          List.of(
              Collections.frequency(intake.bodies(), "one"),
              Collections.frequency(intake.bodies(), "bad"),
              Collections.frequency(intake.bodies(), "two"),
              cloud.queue().deadLetters(),
              cloud.queue().size()));
    }
  }

  @Test
  void deliversAgainWhatAThrownExceptionFailed() {
    AtomicInteger calls = new AtomicInteger();
    List<String> failed = new ArrayList<>();
    EventObserver observer =
        new EventObserver() {
          @Override
          public void failed(String function, RuntimeException cause) {
            failed.add(function);
          }
        };
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(CLOCK)) {
      cloud.queue().send("one");
      QueueConsumer throwsOnce =
          new QueueConsumer(
              "intake",
              (_, _) -> {
                if (calls.incrementAndGet() == 1) {
                  throw new IllegalStateException("once");
                }
                return new SQSBatchResponse(List.of());
              });
      try (Delivery delivery = cloud.delivery(Consumers.of(throwsOnce, List.of(), observer))) {
        delivery.drain();
      }
      assertEquals(
          List.of(2, List.of("intake"), 0), List.of(calls.get(), failed, cloud.queue().size()));
    }
  }

  @Test
  void deliversHeadRowsOfTheStatesInTheOrderOfEachCase() {
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(CLOCK)) {
      Recording.Changes handler = new Recording.Changes(_ -> false);
      for (int version = 1; version <= 30; version++) {
        put(cloud.table(), "CASE#A", "CASE", "PARSED", version);
        put(cloud.table(), "CASE#A", "EVENT#" + version, "PARSED", version);
        put(cloud.table(), "CASE#B", "CASE", version % 2 == 0 ? "PARSED" : "PROPOSED", version);
      }
      try (Delivery delivery = cloud.delivery(changes(evaluate(handler)))) {
        delivery.drain();
      }
      List<String> a = new ArrayList<>();
      List<String> b = new ArrayList<>();
      for (int version = 1; version <= 30; version++) {
        a.add("CASE#A " + version);
        if (version % 2 == 0) {
          b.add("CASE#B " + version);
        }
      }
      assertEquals(List.of(a, b), List.of(of(handler, "CASE#A "), of(handler, "CASE#B ")));
    }
  }

  private static String partition(Map<String, AttributeValue> keys) {
    return Objects.requireNonNull(keys.get("pk")).getS();
  }

  private static List<String> of(Recording.Changes handler, String prefix) {
    return handler.taken().stream().filter(text -> text.startsWith(prefix)).toList();
  }

  @Test
  void givesEveryChangeToEveryConsumer() {
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(CLOCK)) {
      Recording.Changes first = new Recording.Changes(_ -> false);
      Recording.Changes second = new Recording.Changes(_ -> false);
      StreamConsumer determine = new StreamConsumer("determine", Set.of("EVALUATED"), second);
      put(cloud.table(), "CASE#A", "CASE", "PARSED", 1);
      put(cloud.table(), "CASE#A", "CASE", "EVALUATED", 2);
      try (Delivery delivery = cloud.delivery(changes(evaluate(first), determine))) {
        delivery.drain();
      }
      assertEquals(
          List.of(List.of("CASE#A 1"), List.of("CASE#A 2")),
          List.of(first.taken(), second.taken()));
    }
  }

  @Test
  void followsWhatFunctionsWriteUntilNothingIsLeft() {
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(CLOCK)) {
      Recording.Changes second = new Recording.Changes(_ -> false);
      StreamConsumer first =
          new StreamConsumer(
              "evaluate",
              Set.of("PARSED"),
              (event, _) -> {
                event
                    .getRecords()
                    .forEach(
                        change ->
                            put(
                                cloud.table(),
                                partition(change.getDynamodb().getKeys()),
                                "CASE",
                                "EVALUATED",
                                2));
                return new StreamsEventResponse(List.of());
              });
      StreamConsumer determine = new StreamConsumer("determine", Set.of("EVALUATED"), second);
      try (Delivery delivery = cloud.delivery(changes(first, determine))) {
        for (int n = 0; n < 50; n++) {
          put(cloud.table(), "CASE#" + n, "CASE", "PARSED", 1);
        }
        delivery.drain();
      }
      assertEquals(50, second.taken().size());
    }
  }

  @Test
  void deliversRowsWhoseSortKeyBeginsAsAFilterHasIt() {
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(CLOCK)) {
      Recording.Changes handler = new Recording.Changes(_ -> false);
      var reader =
          new StreamConsumer(
              "determine",
              List.of(StreamConsumer.RowFilter.corrections(Set.of("REQUESTED"))),
              handler);
      try (Delivery delivery = cloud.delivery(changes(reader))) {
        put(cloud.table(), "CASE#A", "CORRECTION#01", "REQUESTED", 1);
        put(cloud.table(), "CASE#A", "CORRECTION#02", "ISSUED", 2);
        put(cloud.table(), "CASE#A", "CORRECTIONS", "REQUESTED", 3);
        put(cloud.table(), "CASE#A", "CASE", "REQUESTED", 4);
        delivery.drain();
      }
      assertEquals(List.of("CASE#A 1"), handler.taken());
    }
  }

  @Test
  void setsAsideTheOneChangeThatFailsAndGoesOn() throws Exception {
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(CLOCK)) {
      Recording.Changes handler = new Recording.Changes("CASE#A 3"::equals);
      for (int version = 1; version <= 5; version++) {
        put(cloud.table(), "CASE#A", "CASE", "PARSED", version);
      }
      try (Delivery delivery = cloud.delivery(changes(evaluate(handler)))) {
        delivery.drain();
      }
      String shard = "shardId-" + Math.floorMod("CASE#A".hashCode(), 4);
      ObjectName failure =
          new ObjectName(Settings.EMBEDDED.derived(), "failed/evaluate/" + shard + "/3.json");
      String kept = ObjectStoreContract.read(cloud.objects(), failure, Optional.empty());
      assertEquals(
          List.of(List.of("CASE#A 1", "CASE#A 2", "CASE#A 4", "CASE#A 5"), true),
          List.of(handler.taken(), kept.contains("\"pk\":\"CASE#A\"")));
    }
  }

  @Test
  void deliversAfterAKillWhatWasNotDelivered() {
    Recording.Changes before = new Recording.Changes(_ -> false);
    EmbeddedCloud killed = EmbeddedCloud.in(folder, CLOCK);
    Delivery first = killed.delivery(changes(evaluate(before)));
    put(killed.table(), "CASE#A", "CASE", "PARSED", 1);
    first.drain();
    first.close();
    put(killed.table(), "CASE#A", "CASE", "PARSED", 2);
    killed.queue().send("message");
    killed.abandon();

    Recording.Changes after = new Recording.Changes(_ -> false);
    Recording.Messages intake = new Recording.Messages(_ -> false);
    try (EmbeddedCloud cloud = EmbeddedCloud.in(folder, CLOCK);
        Delivery delivery =
            cloud.delivery(
                Consumers.of(
                    new QueueConsumer("intake", intake),
                    List.of(evaluate(after)),
                    EventObserver.SILENT))) {
      delivery.drain();
    }
    assertEquals(
        List.of(List.of("CASE#A 1"), List.of("CASE#A 2"), List.of("message")),
        List.of(before.taken(), after.taken(), intake.bodies()));
  }

  @Test
  void deliversInTheBackgroundOnceItRuns() throws Exception {
    CountDownLatch delivered = new CountDownLatch(1);
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(InstantSource.system());
        Delivery delivery =
            cloud.delivery(
                messages(
                    new Recording.Messages(
                        _ -> {
                          delivered.countDown();
                          return false;
                        })))) {
      delivery.run();
      cloud.queue().send("one");
      assertTrue(delivered.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void triesAgainInTheBackgroundAfterADelay() throws Exception {
    CountDownLatch attempts = new CountDownLatch(2);
    try (EmbeddedCloud cloud = EmbeddedCloud.inMemory(InstantSource.system());
        Delivery delivery =
            cloud.delivery(
                messages(
                    new Recording.Messages(
                        _ -> {
                          attempts.countDown();
                          return attempts.getCount() > 0;
                        })))) {
      delivery.run();
      cloud.queue().send("one");
      assertTrue(attempts.await(10, TimeUnit.SECONDS));
    }
  }
}
