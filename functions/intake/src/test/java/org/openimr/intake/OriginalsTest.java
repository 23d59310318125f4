package org.openimr.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.procedure.ContentHash;
import org.openimr.records.ObjectContent;

class OriginalsTest {
  private static final int LARGE = 5_000_000;

  /** What is read, and whether it is in the heap. */
  private record Seen(String hash, boolean inHeap) {}

  @ParameterizedTest
  @CsvSource({"0, true", "1000, true", "5000000, false"})
  void readsALargeObjectOutsideTheHeap(int size, boolean inHeap) throws IOException {
    byte[] bytes = bytes(size);
    assertEquals(
        new Seen(ContentHash.of(bytes), inHeap),
        Originals.read(
            content(bytes, size), buffer -> new Seen(ContentHash.of(buffer), !buffer.isDirect())));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, LARGE})
  void failsWhereTheObjectEndsEarly(int size) {
    var early = content(bytes(size), size + 1);
    assertThrows(IOException.class, () -> Originals.read(early, ByteBuffer::limit));
  }

  private static ObjectContent content(byte[] bytes, int size) {
    return new ObjectContent(size, Optional.empty(), new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(3).nextBytes(bytes);
    return bytes;
  }
}
