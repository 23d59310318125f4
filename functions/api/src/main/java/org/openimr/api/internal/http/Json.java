package org.openimr.api.internal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collector;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;

/** JSON, strictly: one value, UTF-8, no field twice, not deeper than a contract of ours. */
public final class Json {
  private static final int DEPTH = 32;
  private static final int NUMBER_LENGTH = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNumberLength(NUMBER_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** The bytes of a value. */
  public static byte[] bytes(JsonNode value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException failed) {
      throw new IllegalStateException("a tree has a JSON form", failed);
    }
  }

  /** An object to fill. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The tree of texts, truths, numbers, lists and maps of them. */
  public static JsonNode tree(Object values) {
    return MAPPER.valueToTree(values);
  }

  /** Puts a text, or null where there is none. */
  public static ObjectNode text(ObjectNode object, String name, Optional<?> value) {
    return object.put(name, value.map(Object::toString).orElse(null));
  }

  /** Collects values into a list. */
  public static Collector<JsonNode, ?, ArrayNode> list() {
    return Collector.of(
        MAPPER::createArrayNode,
        (list, value) -> list.add(value),
        (one, other) -> one.addAll(other));
  }

  /** The value of a request's body; the sentence says where it goes wrong and quotes nothing. */
  public static Outcome<JsonNode> read(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      JsonNode value = MAPPER.readTree(body);
      return value.isMissingNode() ? refused("The body is empty.") : Outcome.accepted(value);
    } catch (CharacterCodingException failed) {
      return refused("The body is not UTF-8.");
    } catch (JsonProcessingException failed) {
      var at = failed.getLocation();
      return refused(
          at == null
              ? "The body is not JSON."
              : "The body stops being JSON at line %d, column %d."
                  .formatted(at.getLineNr(), at.getColumnNr()));
    } catch (IOException failed) {
      throw new IllegalStateException("bytes in memory can be read", failed);
    }
  }

  private static Outcome<JsonNode> refused(String detail) {
    return Outcome.rejected(Code.INVALID_JSON, detail);
  }
}
