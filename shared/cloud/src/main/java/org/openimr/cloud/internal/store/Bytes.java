package org.openimr.cloud.internal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Keys and values of the store's maps as bytes. Parts of a key are UTF-8 with a zero byte between
 * them, so that the maps are in the order of DynamoDB's and S3's keys: by UTF-8 bytes.
 */
final class Bytes {
  private Bytes() {}

  /** Writes a value. */
  interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads a value. */
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  static byte[] key(String... parts) {
    for (String part : parts) {
      if (part.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("a key holds a zero character");
      }
    }
    return String.join("\0", parts).getBytes(UTF_8);
  }

  /** A number as a key, in its order. */
  static byte[] key(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  /** A key and a number under it. */
  static byte[] key(byte[] prefix, long number) {
    return ByteBuffer.allocate(prefix.length + Long.BYTES).put(prefix).putLong(number).array();
  }

  static long number(byte[] key) {
    return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
  }

  static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  static byte[] write(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try {
      writer.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static <T> T read(byte[] bytes, Reader<T> reader) {
    try {
      return reader.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Text of any length, which {@code writeUTF} cannot write. */
  static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, UTF_8);
  }
}
