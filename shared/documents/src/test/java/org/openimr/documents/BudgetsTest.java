package org.openimr.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;

class BudgetsTest {
  private static final byte[] TWO_PAGES = Pdfs.of(Pdfs.lines("one"), Pdfs.lines("two"));

  @Test
  void refusesAnUploadOver100Megabytes() {
    assertEquals(
        Outcome.rejected(
            Code.FILE_TOO_LARGE,
            "The file has 101,000,000 bytes; at most 100,000,000 are taken. Split it and send the"
                + " parts one by one."),
        Files.OPENER.open(new byte[101_000_000]));
  }

  @Test
  void refusesTooManyPagesOfPdf() {
    assertEquals(Code.TOO_MANY_PAGES, code(pages(1), TWO_PAGES));
  }

  @Test
  void refusesMorePagesThanThePdfAdmits() {
    String lie = new String(TWO_PAGES, java.nio.charset.StandardCharsets.ISO_8859_1);
    byte[] bytes =
        lie.replace("/Count 2", "/Count 1").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertEquals(Code.TOO_MANY_PAGES, code(pages(1), bytes));
  }

  @Test
  void refusesTooManyPagesOfText() {
    assertEquals(Code.TOO_MANY_PAGES, code(pages(2), "a\fb\fc".getBytes(UTF_8)));
  }

  @Test
  void refusesTooManyPagesOverAllDocuments() {
    assertEquals(Code.TOO_MANY_PAGES, code(pages(2), caseFile("a\\fb", "c")));
  }

  @Test
  void takesAsManyPagesAsAllowed() {
    assertEquals("a\fb\f", Files.text(opener(pages(2)).open("a\fb\f".getBytes(UTF_8))).text());
  }

  @Test
  void refusesTooManyDocuments() {
    var budgets = budgets(100, 1, 3, 1_000_000_000, 100, 120);
    assertEquals(Code.EXPANSION_LIMIT, code(budgets, caseFile("a", "b")));
  }

  @Test
  void refusesContentPackedTooOften() {
    byte[] pdf =
        Pdfs.raw(new byte[0], "/Filter[/FlateDecode/FlateDecode/FlateDecode/FlateDecode]", "");
    assertEquals(Code.EXPANSION_LIMIT, code(Budgets.STANDARD, pdf));
  }

  @Test
  void refusesContentThatUnpacksToTooMuch() {
    byte[] bomb = Pdfs.raw(packed(20_000_000), "/Filter/FlateDecode", "");
    assertEquals(
        "The file is too much to read: it unpacks to more than 5,000,000 bytes. Print it to a new"
            + " PDF, or split it, and send it again.",
        Files.detail(opener(budgets(100, 100, 3, 5_000_000, 1_000_000, 120)).open(bomb)));
  }

  @Test
  void refusesContentThatUnpacksToAHundredTimesItsSize() {
    byte[] bomb = Pdfs.raw(packed(20_000_000), "/Filter/FlateDecode", "");
    assertEquals(
        "The file is too much to read: it unpacks to more than 100 times its size. Print it to a"
            + " new PDF, or split it, and send it again.",
        Files.detail(Files.OPENER.open(bomb)));
  }

  @Test
  void refusesABombInABomb() {
    byte[] bomb =
        Pdfs.raw(Pdfs.packed(packed(200_000_000)), "/Filter[/FlateDecode/FlateDecode]", "");
    assertEquals(Code.EXPANSION_LIMIT, code(Budgets.STANDARD, bomb));
  }

  @Test
  void refusesTooMuchText() {
    var budgets =
        new Budgets(100_000_000, 3, 100, 4, 100, 3, 1_000_000, 100, Duration.ofMinutes(2));
    assertEquals(
        "The file is too much to read: its text has more than 4 characters. Print it to a new PDF,"
            + " or split it, and send it again.",
        Files.detail(opener(budgets).open("three".getBytes(UTF_8))));
  }

  @Test
  void refusesTooMuchTextOfAPdf() {
    var budgets =
        new Budgets(100_000_000, 3, 100, 4, 100, 3, 1_000_000, 100, Duration.ofMinutes(2));
    assertEquals(
        Code.EXPANSION_LIMIT, Files.code(opener(budgets).open(Pdfs.of(Pdfs.lines("three")))));
  }

  @Test
  void refusesAPageOfTooManyParts() {
    byte[] pdf = Pdfs.raw("0 0 m 1 1 l S\n".repeat(400_000).getBytes(UTF_8), "", "");
    assertEquals(
        "The file is too much to read: a page is drawn of more than 1,000,000 parts. Print it to a"
            + " new PDF, or split it, and send it again.",
        Files.detail(Files.OPENER.open(pdf)));
  }

  @Test
  void refusesAFileThatTakesTooLong() {
    var clock = new AtomicLong();
    var opener =
        new FileOpener(Budgets.STANDARD, () -> clock.getAndAdd(Duration.ofSeconds(50).toNanos()));
    assertEquals(
        "The file is too much to read: reading it takes more than 120 seconds. Print it to a new"
            + " PDF, or split it, and send it again.",
        Files.detail(opener.open(TWO_PAGES)));
  }

  @Test
  void refusesDeepJson() {
    assertEquals(
        Code.EXPANSION_LIMIT,
        code(Budgets.STANDARD, ("{\"a\":" + "[".repeat(10_000)).getBytes(UTF_8)));
  }

  @Test
  void refusesJsonOfAMillionParts() {
    assertEquals(
        Code.EXPANSION_LIMIT,
        code(Budgets.STANDARD, ("{\"a\":[" + "[],".repeat(1_000_000)).getBytes(UTF_8)));
  }

  @Test
  void refusesANumberOfManyDigits() {
    assertEquals(
        Code.EXPANSION_LIMIT,
        code(Budgets.STANDARD, ("{\"a\":" + "9".repeat(100_000) + "}").getBytes(UTF_8)));
  }

  private static Budgets pages(int pages) {
    return budgets(pages, 100, 3, 500_000_000, 100, 120);
  }

  private static Budgets budgets(
      int pages, int entries, int depth, long expandedBytes, int ratio, int seconds) {
    return new Budgets(
        100_000_000,
        pages,
        1_000_000,
        100_000_000,
        entries,
        depth,
        expandedBytes,
        ratio,
        Duration.ofSeconds(seconds));
  }

  private static FileOpener opener(Budgets budgets) {
    return new FileOpener(budgets);
  }

  private static Code code(Budgets budgets, byte[] bytes) {
    return Files.code(opener(budgets).open(bytes));
  }

  private static byte[] caseFile(String first, String second) {
    return """
        {"schema":"openimr/case-file/1","caseNumber":"CM15-0000001","documents":[
        {"type":"OTHER","text":"%s"},{"type":"OTHER","text":"%s"}]}"""
        .formatted(first, second)
        .getBytes(UTF_8);
  }

  private static byte[] packed(int spaces) {
    return Pdfs.packed(" ".repeat(spaces).getBytes(UTF_8));
  }
}
