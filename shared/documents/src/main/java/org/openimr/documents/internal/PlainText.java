package org.openimr.documents.internal;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;

/**
 * Plain text: UTF-8, UTF-16 or Windows-1252; kept as it is but for line ends and byte order mark.
 */
public final class PlainText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final String MIXED =
      "The text is not UTF-8 throughout; what is not was read as Windows-1252.";

  /** Text that has more control characters than one in so many is no text. */
  private static final int CHARACTERS_PER_CONTROL = 200;

  /** Decoded characters, without byte order mark, and what was noted of their encoding. */
  public record Decoded(String characters, List<String> notes) {}

  /** The characters of a text file, or the refusal of bytes that are no text. */
  public static Outcome<Decoded> decode(byte[] bytes) {
    Decoded decoded = characters(bytes);
    return isText(decoded.characters())
        ? Outcome.accepted(decoded)
        : FileKind.refused("of a type that is not known here");
  }

  /** The text with line ends as U+000A, or the refusal of one that is blank. */
  public Outcome<SubmittedFile.Text> read(Decoded decoded, Meter meter) {
    String text = unixLines(decoded.characters());
    if (text.isBlank()) {
      return Outcome.rejected(
          Code.EMPTY_FILE,
          "The file has nothing but white space. Check the original and send it again.");
    }
    meter.text(text.length());
    meter.pages(Pages.count(text));
    return Outcome.accepted(new SubmittedFile.Text(text, new TreeSet<>(), decoded.notes()));
  }

  private static Decoded characters(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return utf16(bytes, 2, UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return utf16(bytes, 2, UTF_16BE);
    }
    Optional<Charset> wide = utf16WithoutMark(bytes);
    if (wide.isPresent()) {
      return utf16(bytes, 0, wide.get());
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    return utf8(bytes, start)
        .map(text -> new Decoded(text, List.of()))
        .orElseGet(() -> new Decoded(mixed(bytes, start), List.of(MIXED)));
  }

  /**
   * Records are pasted together of files of several encodings: what is UTF-8 is read as such, each
   * other byte as Windows-1252, in which text alone hardly ever is UTF-8 by chance.
   */
  private static String mixed(byte[] bytes, int start) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start + 1);
    for (CoderResult found = decoder.decode(in, out, true);
        found.isError();
        found = decoder.decode(in, out, true)) {
      for (int wrong = found.length(); wrong > 0; wrong--) {
        out.put(new String(bytes, in.position(), 1, WINDOWS_1252));
        in.position(in.position() + 1);
      }
      decoder.reset();
    }
    return out.flip().toString();
  }

  /**
   * An odd byte at the end or half a pair is replaced, not refused: one bad character is no wall.
   */
  private static Decoded utf16(byte[] bytes, int start, Charset charset) {
    return new Decoded(new String(bytes, start, bytes.length - start, charset), List.of());
  }

  /**
   * Western text in UTF-16 has a NUL in nearly every other byte, and always on the same side; no
   * other encoding of text has any.
   */
  private static Optional<Charset> utf16WithoutMark(byte[] bytes) {
    int[] zeros = new int[2];
    for (int at = 0; at < bytes.length; at++) {
      zeros[at & 1] += bytes[at] == 0 ? 1 : 0;
    }
    int pairs = bytes.length / 2;
    boolean little = zeros[1] * 10L > pairs * 7L && zeros[0] * 20L < pairs;
    boolean big = zeros[0] * 10L > pairs * 7L && zeros[1] * 20L < pairs;
    return little ? Optional.of(UTF_16LE) : big ? Optional.of(UTF_16BE) : Optional.empty();
  }

  /** The strict decoder takes four times the memory, so it judges only where something is odd. */
  private static Optional<String> utf8(byte[] bytes, int start) {
    String text = new String(bytes, start, bytes.length - start, UTF_8);
    return text.indexOf('\uFFFD') < 0 ? Optional.of(text) : strictUtf8(bytes, start);
  }

  private static Optional<String> strictUtf8(byte[] bytes, int start) {
    try {
      return Optional.of(
          UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isText(String text) {
    long controls = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == 0) {
        return false;
      }
      boolean layout = c == '\t' || c == '\n' || c == '\f' || c == '\r';
      controls += (c < ' ' && !layout) || c == '\uFFFD' ? 1 : 0;
    }
    return controls * CHARACTERS_PER_CONTROL <= text.length();
  }

  private static String unixLines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean startsWith(byte[] bytes, int... head) {
    if (bytes.length < head.length) {
      return false;
    }
    for (int at = 0; at < head.length; at++) {
      if ((bytes[at] & 0xFF) != head[at]) {
        return false;
      }
    }
    return true;
  }
}
