package org.openimr.documents;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.Code;
import org.openimr.casefile.SubmittedFile;

class PlainTextTest {
  private static final String REPORT =
      "Progress report\n\nPatient’s pain is 7/10.\n\fPage two – é\n";

  @Test
  void keepsUtf8() {
    assertEquals(text(REPORT), Files.text(REPORT.getBytes(UTF_8)));
  }

  @Test
  void dropsTheByteOrderMarkOfUtf8() {
    assertEquals(text(REPORT), Files.text(("\uFEFF" + REPORT).getBytes(UTF_8)));
  }

  @Test
  void readsUtf16BigEndianByItsMark() {
    assertEquals(text(REPORT), Files.text(("\uFEFF" + REPORT).getBytes(UTF_16BE)));
  }

  @Test
  void readsUtf16LittleEndianByItsMark() {
    assertEquals(text(REPORT), Files.text(("\uFEFF" + REPORT).getBytes(UTF_16LE)));
  }

  @Test
  void readsUtf16BigEndianWithoutMark() {
    assertEquals(text(REPORT), Files.text(REPORT.getBytes(UTF_16BE)));
  }

  @Test
  void readsUtf16LittleEndianWithoutMark() {
    assertEquals(text(REPORT), Files.text(REPORT.getBytes(UTF_16LE)));
  }

  @Test
  void fallsBackToWindows1252AndSaysSo() {
    assertEquals(
        new SubmittedFile.Text(
            REPORT,
            new TreeSet<>(),
            List.of("The text is not UTF-8 throughout; what is not was read as Windows-1252.")),
        Files.text(REPORT.getBytes(Charset.forName("windows-1252"))));
  }

  @Test
  void readsAFileOfTwoEncodingsEachInItsOwn() {
    byte[] utf8 = "Jos\u00e9 \u2265 7\n".getBytes(UTF_8);
    byte[] western =
        "Mu\u00f1oz \u201csharp\u201d \u00e9\u00e9\n".getBytes(Charset.forName("windows-1252"));
    byte[] both = java.util.Arrays.copyOf(utf8, utf8.length + western.length);
    System.arraycopy(western, 0, both, utf8.length, western.length);
    assertEquals(
        "Jos\u00e9 \u2265 7\nMu\u00f1oz \u201csharp\u201d \u00e9\u00e9\n", Files.text(both).text());
  }

  @Test
  void keepsCharactersThatTurnALineAroundAsTheyAre() {
    String text = "pain \u202e01/7\u202c \u200b\u2066now\u2069\u0007" + " and so on".repeat(30);
    assertEquals(text, Files.text(text.getBytes(UTF_8)).text());
  }

  @Test
  void makesLineEndsOne() {
    assertEquals(text("a\nb\n\nc\n\fd \te"), Files.text("a\r\nb\r\rc\r\n\fd \te".getBytes(UTF_8)));
  }

  @Test
  void keepsALineOfTenMegabytes() {
    String line = "0123456789".repeat(1_000_000);
    assertEquals(text(line), Files.text(line.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \r\n\t\f\n ", "\uFEFF"})
  void refusesNothing(String content) {
    assertEquals(Code.EMPTY_FILE, Files.code(Files.open(content)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d0cf11e0a1b11ae1000000000000",
        "89504e470d0a1a0a0000000d",
        "ffd8ffe000104a464946",
        "474946383961",
        "49492a0008000000",
        "4d4d002a00000008",
        "1f8b0800000000000003",
        "7b5c727466315c616e7369",
        "4d5a900003",
        "00010203040506070809",
        "54657874007769746800",
        "010203040506414243"
      })
  void refusesWhatIsNoText(String hex) {
    assertEquals(
        Code.UNSUPPORTED_TYPE, Files.code(Files.OPENER.open(HexFormat.of().parseHex(hex))));
  }

  @Test
  void saysWhatIsAcceptedAndWhatToDo() {
    assertEquals(
        "The file is a packed file (RAR). Accepted are PDF with text, plain text, case files in"
            + " JSON (openimr/case-file/1), and ZIP archives of these. Save it as PDF or plain"
            + " text.",
        Files.detail(Files.OPENER.open(HexFormat.of().parseHex("526172211a0700"))));
  }

  @Test
  void refusesNoise() {
    var noise = new byte[10_000];
    new java.util.Random(4).nextBytes(noise);
    for (int at = 0; at < noise.length; at++) {
      noise[at] = noise[at] == 0 ? 1 : noise[at];
    }
    assertEquals(Code.UNSUPPORTED_TYPE, Files.code(Files.OPENER.open(noise)));
  }

  @Test
  void takesASingleStrayControlInALongText() {
    String stray = REPORT.repeat(10) + "\u001a";
    assertEquals(text(stray), Files.text(stray.getBytes(UTF_8)));
  }

  @Test
  void leavesTheBytesAsTheyWere() {
    byte[] bytes = "a\r\nb".getBytes(UTF_8);
    byte[] before = Arrays.copyOf(bytes, bytes.length);
    Files.OPENER.open(bytes);
    assertEquals(HexFormat.of().formatHex(before), HexFormat.of().formatHex(bytes));
  }

  private static SubmittedFile.Text text(String text) {
    return new SubmittedFile.Text(text, new TreeSet<>(), List.of());
  }
}
