package org.openimr.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openimr.records.ObjectName;

class S3EventsTest {
  private final S3Events events = new S3Events("files");

  @Test
  void readsVersionTwoOneWithoutSequencerAndVersionId() {
    assertEquals(
        Optional.of(List.of(arrival("incoming/a.pdf", null, null, 0))),
        events.arrivals(
            message(record("2.1", "ObjectCreated:Put", "files", "incoming/a.pdf", ""))));
  }

  @Test
  void readsSeveralRecordsOfVersionTwoSix() {
    var first =
        record(
            "2.6",
            "ObjectCreated:Put",
            "files",
            "incoming/a.pdf",
            ",\"size\":7,\"versionId\":\"v1\",\"sequencer\":\"0A\",\"new\":{}");
    var second =
        record(
            "2.6",
            "ObjectCreated:CompleteMultipartUpload",
            "files",
            "incoming/b.pdf",
            ",\"size\":8,\"versionId\":\"null\"");
    assertEquals(
        Optional.of(
            List.of(
                arrival("incoming/a.pdf", "v1", "0A", 7),
                arrival("incoming/b.pdf", null, null, 8))),
        events.arrivals(message(first, second)));
  }

  @Test
  void decodesKeys() {
    assertEquals(
        Optional.of(List.of(arrival("incoming/CM15-0000001/informe a+b ñ.pdf", null, null, 0))),
        events.arrivals(
            message(
                record(
                    "2.1",
                    "ObjectCreated:Put",
                    "files",
                    "incoming/CM15-0000001/informe+a%2Bb+%C3%B1.pdf",
                    ""))));
  }

  @Test
  void passesOverTestEventsMarkersFoldersAndOtherPlaces() {
    assertEquals(
        Optional.of(List.of()),
        events.arrivals("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}"));
    assertEquals(
        Optional.of(List.of()),
        events.arrivals(
            message(
                record("2.1", "ObjectRemoved:DeleteMarkerCreated", "files", "incoming/a", ""),
                record("2.1", "ObjectCreated:Put", "files", "outgoing/a", ""),
                record("2.1", "ObjectCreated:Put", "other", "incoming/a", ""),
                record("2.1", "ObjectCreated:Put", "files", "incoming/folder/", ""))));
  }

  @Test
  void saysWhatIsNoEvent() {
    var messages =
        List.of(
            "",
            "hello",
            "[]",
            "{}",
            "{\"Records\":{}}",
            message(record("3.0", "ObjectCreated:Put", "files", "incoming/a", "")),
            message(record("2.1", "ObjectCreated:Put", "files", "incoming/%zz", "")));
    assertEquals(
        List.of(),
        messages.stream().flatMap(message -> events.arrivals(message).stream()).toList());
  }

  private static Arrival arrival(
      String key, @Nullable String version, @Nullable String sequencer, long size) {
    return Arrival.of(
        new ObjectName("files", key),
        Optional.ofNullable(version),
        Optional.ofNullable(sequencer),
        size);
  }

  static String message(String... records) {
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  static String record(String version, String event, String bucket, String key, String more) {
    return """
    {"eventVersion":"%s","eventSource":"aws:s3","eventName":"%s",
     "s3":{"bucket":{"name":"%s"},"object":{"key":"%s"%s}}}"""
        .formatted(version, event, bucket, key, more);
  }
}
