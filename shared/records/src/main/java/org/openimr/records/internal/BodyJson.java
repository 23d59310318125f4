package org.openimr.records.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CaseDocument;
import org.openimr.procedure.RevisionChange;

/** Records as JSON with one spelling: fields and keys in order, dates as ISO texts. */
public final class BodyJson {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          // What came later is left out where it is empty: bodies of before keep their hashes.
          .addMixIn(CaseDocument.class, RecognitionFields.class)
          .addMixIn(Anchor.class, RecognitionFields.class)
          .addMixIn(RevisionChange.class, RecognitionFields.class)
          .build();

  /** The bytes of a record. */
  public byte[] write(Record body) {
    try {
      return mapper.writeValueAsBytes(body);
    } catch (JsonProcessingException failed) {
      throw new IllegalStateException("a record has a type without JSON form", failed);
    }
  }

  /** The record of bytes that were written here. */
  public <T extends Record> T read(byte[] bytes, Class<T> type) {
    try {
      return mapper.readValue(bytes, type);
    } catch (JsonProcessingException failed) {
      // The parser's own message quotes the body, which is a health record.
      throw new IllegalStateException("a body is no " + type.getSimpleName() + where(failed));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String where(JsonProcessingException failed) {
    return failed.getLocation() == null ? "" : " at byte " + failed.getLocation().getByteOffset();
  }
}
