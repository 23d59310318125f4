package org.openimr.documents.internal.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.openimr.documents.internal.Meter;

/**
 * Measures the streams that hold a file's objects and its table of them (ISO 32000-1, 7.5.7 and
 * 7.5.8). The parser unpacks them whole while it opens the file, so they are looked for in the
 * bytes. Who hides them from that look may exhaust the memory: intake counts its attempts.
 */
final class ObjectStreams {
  private static final List<byte[]> TYPES =
      List.of("/ObjStm".getBytes(US_ASCII), "/XRef".getBytes(US_ASCII));
  private static final byte[] STREAM = "stream".getBytes(US_ASCII);

  /** Of a stream's dictionary, from its type on. */
  private static final int DICTIONARY = 4_096;

  private static final int CHUNK = 65_536;

  private ObjectStreams() {}

  static void measure(ByteBuffer bytes, Meter meter) {
    int at = 0;
    while (at < bytes.limit()) {
      if (bytes.get(at) == '/' && isType(bytes, at)) {
        at = stream(bytes, at, meter);
      } else {
        at++;
      }
    }
  }

  private static boolean isType(ByteBuffer bytes, int at) {
    return TYPES.stream().anyMatch(type -> isAt(bytes, at, type));
  }

  /** Measures the stream behind a type, and goes on behind its beginning. */
  private static int stream(ByteBuffer bytes, int type, Meter meter) {
    int end = Math.min(bytes.limit(), type + DICTIONARY);
    for (int at = type; at < end; at++) {
      if (bytes.get(at) == 's' && isAt(bytes, at, STREAM)) {
        int start = at + STREAM.length;
        while (start < bytes.limit() && (bytes.get(start) == '\r' || bytes.get(start) == '\n')) {
          start++;
        }
        inflate(bytes, start, meter);
        return start;
      }
    }
    return end;
  }

  /** What is packed in another way, or not at all, ends at once. */
  private static void inflate(ByteBuffer bytes, int start, Meter meter) {
    var inflater = new Inflater();
    try {
      inflater.setInput(bytes.slice(start, bytes.limit() - start));
      byte[] chunk = new byte[CHUNK];
      for (int read = inflater.inflate(chunk); read > 0; read = inflater.inflate(chunk)) {
        meter.expanded(read);
        meter.time();
      }
    } catch (DataFormatException e) {
      // The parser will say what is wrong with it.
    } finally {
      inflater.end();
    }
  }

  private static boolean isAt(ByteBuffer bytes, int at, byte[] word) {
    int same = 0;
    while (same < word.length && at + same < bytes.limit() && bytes.get(at + same) == word[same]) {
      same++;
    }
    return same == word.length;
  }
}
