package org.openimr.documents.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.List;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;

/** What a file is by its first bytes. */
public sealed interface FileKind {
  /** The first bytes of an archive: a local header, or the end of an empty directory. */
  List<byte[]> ZIP_HEADS =
      List.of(HexFormat.of().parseHex("504b0304"), HexFormat.of().parseHex("504b0506"));

  /** No bytes. */
  record Empty() implements FileKind {}

  /** PDF, perhaps a damaged one. */
  record Pdf() implements FileKind {}

  /** JSON in UTF-8. */
  record Json() implements FileKind {}

  /** A ZIP archive, or a document that is packed as one. */
  record Zip() implements FileKind {}

  /** A known type that is not accepted. */
  record Foreign(String name) implements FileKind {}

  /** None of these: text in some encoding, or nothing known. */
  record Other() implements FileKind {}

  /** Asks the first bytes. */
  static FileKind of(byte[] bytes) {
    if (bytes.length == 0) {
      return new Empty();
    }
    int start = firstInk(bytes);
    if (startsWith(bytes, start, "%PDF-".getBytes(US_ASCII))) {
      return new Pdf();
    }
    if (ZIP_HEADS.stream().anyMatch(head -> startsWith(bytes, 0, head))) {
      return new Zip();
    }
    for (String line : Resources.lines("/org/openimr/documents/foreign-types.txt")) {
      int tab = line.indexOf('\t');
      if (startsWith(bytes, 0, HexFormat.of().parseHex(line.substring(0, tab)))) {
        return new Foreign(line.substring(tab + 1));
      }
    }
    return startsJson(bytes, start) ? new Json() : new Other();
  }

  /** The refusal of a type that is not accepted; says what is, and what to do. */
  static <T> Outcome<T> refused(String name) {
    return Outcome.rejected(
        Code.UNSUPPORTED_TYPE,
        "The file is "
            + name
            + ". Accepted are PDF with text, plain text, case files in JSON"
            + " (openimr/case-file/1), and ZIP archives of these. Save it as PDF or plain text.");
  }

  /**
   * Whether text is JSON by its first two characters that are no white space: a list of case files
   * is refused as JSON and not taken as the text of a record, while "[X]" begins a form.
   */
  static boolean startsJson(String text) {
    String ink = text.stripLeading();
    return ink.startsWith("{")
        || (ink.startsWith("[") && ink.substring(1).stripLeading().startsWith("{"));
  }

  /** A NUL after the brace is the other half of a UTF-16 character. */
  private static boolean startsJson(byte[] bytes, int start) {
    return start < bytes.length
        && bytes[start] == '{'
        && (start + 1 == bytes.length || bytes[start + 1] != 0);
  }

  private static int firstInk(byte[] bytes) {
    int at = startsWith(bytes, 0, HexFormat.of().parseHex("efbbbf")) ? 3 : 0;
    while (at < bytes.length && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) {
      at++;
    }
    return at;
  }

  private static boolean startsWith(byte[] bytes, int from, byte[] head) {
    return bytes.length - from >= head.length
        && java.util.Arrays.equals(bytes, from, from + head.length, head, 0, head.length);
  }
}
