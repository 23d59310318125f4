package org.openimr.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.records.ObjectName;

/**
 * Reads S3's event notifications (message structure 2.x) out of queue messages. Lenient, as S3 adds
 * fields within a version: only the major version and what names the object are needed.
 */
final class S3Events {
  private static final String INCOMING = "incoming/";

  private final JsonMapper mapper = new JsonMapper();
  private final String bucket;

  /** Events of a bucket. */
  S3Events(String bucket) {
    this.bucket = bucket;
  }

  /**
   * The uploads that a message tells of: new objects under {@code incoming/}; none for a test
   * event, a delete marker or another key.
   *
   * @return empty where the message is no S3 event
   */
  Optional<List<Arrival>> arrivals(String message) {
    try {
      var event = mapper.readTree(message);
      if (event.path("Event").asText().equals("s3:TestEvent")) {
        return Optional.of(List.of());
      }
      return event.path("Records").isArray() ? records(event.path("Records")) : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private Optional<List<Arrival>> records(JsonNode records) {
    var arrivals = new ArrayList<Arrival>();
    for (JsonNode event : records) {
      var object = event.path("s3").path("object");
      String from = event.path("s3").path("bucket").path("name").asText();
      if (!event.path("eventVersion").asText().startsWith("2.")
          || !object.path("key").isTextual()) {
        return Optional.empty();
      }
      var key = decoded(object.path("key").asText());
      if (key.isEmpty()) {
        return Optional.empty();
      }
      if (created(event) && from.equals(bucket) && isUpload(key.get())) {
        arrivals.add(arrival(new ObjectName(from, key.get()), object));
      }
    }
    return Optional.of(List.copyOf(arrivals));
  }

  private static Arrival arrival(ObjectName name, JsonNode object) {
    return Arrival.of(
        name,
        // A bucket whose versioning is suspended says "null".
        text(object, "versionId").filter(version -> !version.equals("null")),
        text(object, "sequencer"),
        object.path("size").asLong(0));
  }

  private static boolean created(JsonNode event) {
    String name = event.path("eventName").asText();
    return name.startsWith("ObjectCreated:") || name.startsWith("s3:ObjectCreated:");
  }

  /** Keys that end in a slash are the folders that S3's console makes. */
  private static boolean isUpload(String key) {
    return key.startsWith(INCOMING) && !key.endsWith("/");
  }

  /** Keys come as in a query: a space as a plus sign, the rest by percent signs in UTF-8. */
  private static Optional<String> decoded(String key) {
    try {
      return Optional.of(URLDecoder.decode(key, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode object, String field) {
    return Optional.of(object.path(field).asText()).filter(text -> !text.isEmpty());
  }
}
