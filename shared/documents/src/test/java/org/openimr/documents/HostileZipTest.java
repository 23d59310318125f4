package org.openimr.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.Code;
import org.openimr.casefile.SubmittedFile;

/** Archives that are made to do harm are refused whole. */
class HostileZipTest {
  private static final byte[] NOTE = "Note.\n".getBytes(UTF_8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../note.txt",
        "papers/../../note.txt",
        "/etc/note.txt",
        "C:/note.txt",
        "c:note.txt",
        "papers\\note.txt",
        "..\\note.txt",
        "note\u0000.txt",
        "note\n.txt",
        "..",
        "",
        "."
      })
  void refusesNamesThatLeaveTheirFolder(String name) {
    assertEquals(
        "The name of entry 2 of the ZIP archive leaves its folder, or the entry is a link. Pack the"
            + " papers themselves, under plain names, and send the archive again.",
        Files.detail(Files.OPENER.open(Zips.of("note.txt", "Note.\n", name, "x"))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xA1FF, 0x1180, 0x21B6, 0x61B6, 0xC1FF})
  void refusesLinksPipesAndDevices(int mode) {
    assertEquals(
        Code.UNSAFE_PATH,
        code(new Zips().with("note.txt", NOTE).mode("link", mode, "../../etc/passwd").bytes()));
  }

  @Test
  void refusesAnUnsafeNameInAnInnerArchive() {
    byte[] inner = Zips.of("../note.txt", "x");
    assertEquals(
        Code.UNSAFE_PATH, code(new Zips().with("a.txt", NOTE).with("in.zip", inner).bytes()));
  }

  @Test
  void refusesEntriesThatShareTheirBytes() {
    var zip = new Zips().with("0", new byte[1_000_000]);
    for (int entry = 1; entry < 100; entry++) {
      zip.again(Integer.toString(entry));
    }
    assertEquals(
        "Two entries of the ZIP archive share the same bytes, as no honest archive does. Pack the"
            + " papers anew and send the archive again.",
        Files.detail(Files.OPENER.open(zip.bytes())));
  }

  /** The first entry's content is the second entry, header and all, quoted by deflate. */
  @Test
  void refusesAnEntryThatQuotesAnother() {
    byte[] quoted = new Zips().stored("inner", NOTE).bytes();
    var zip = new Zips().stored("outer", Arrays.copyOf(quoted, 30 + 5 + NOTE.length));
    byte[] bytes = zip.stored("inner", NOTE).bytes();
    int second = 30 + 5 + 30 + 5 + NOTE.length;
    int headerOfSecond = bytes.length - 22 - 46 - 5 + 42;
    bytes[headerOfSecond] = (byte) (second - 30 - 5 - NOTE.length);
    assertEquals(Code.EXPANSION_LIMIT, code(bytes));
  }

  @Test
  void refusesAnArchiveThatAnnouncesTooMuch() {
    byte[] zip = new Zips().with("note.txt", NOTE).lying("big.txt", NOTE, 90_000_000).bytes();
    assertEquals(
        "The file is too much to read: it unpacks to more than 100 times its size. Print it to a"
            + " new PDF, or split it, and send it again.",
        Files.detail(Files.OPENER.open(zip)));
  }

  @Test
  void leavesOutAFileThatUnpacksToMoreThanItAnnounces() {
    byte[] zip = new Zips().with("a.txt", NOTE).lying("b.txt", new byte[1_000], 10).bytes();
    assertEquals(
        "Entry 2 of the archive was left out (UNREADABLE_FILE) and counts as an unreadable page. It"
            + " is damaged. Check the original and send it again.",
        Files.packet(zip).notes().getFirst());
  }

  @Test
  void refusesABombInABombInABomb() {
    byte[] bomb = new Zips().with("x.txt", new byte[99_000_000]).bytes();
    byte[] middle = new Zips().with("bomb.zip", bomb).bytes();
    assertEquals(Code.EXPANSION_LIMIT, code(new Zips().with("middle.zip", middle).bytes()));
  }

  @Test
  void refusesArchivesPackedTooDeep() {
    byte[] zip = Zips.of("note.txt", "Note.\n");
    for (int depth = 2; depth <= 4; depth++) {
      zip = new Zips().with("in.zip", zip).bytes();
    }
    assertEquals(
        "The file is too much to read: content is packed more than 3 times over. Print it to a new"
            + " PDF, or split it, and send it again.",
        Files.detail(Files.OPENER.open(zip)));
  }

  @Test
  void refusesTooManyEntriesInAll() {
    byte[] half = empties(1_500);
    assertEquals(
        Code.EXPANSION_LIMIT,
        code(new Zips().with("a.zip", half).stored("b.zip", empties(1_499)).bytes()));
  }

  @Test
  void takesAsManyEntriesAsAllowed() {
    assertEquals(1, Files.packet(empties(2_000)).parts().size());
  }

  @Test
  void refusesTooManyPagesInAll() {
    byte[] pages = "x\f".repeat(1_600).getBytes(UTF_8);
    byte[] pdf = Pdfs.of(Pdfs.lines("one"), Pdfs.lines("two"));
    var zip = new Zips().with("a.txt", pages).with("b.pdf", pdf);
    byte[] others = "y\f".repeat(1_399).getBytes(UTF_8);
    assertEquals(Code.TOO_MANY_PAGES, code(zip.with("c.txt", others).bytes()));
  }

  @Test
  void refusesAnArchiveThatTakesTooLong() {
    var clock = new AtomicLong();
    var opener =
        new FileOpener(Budgets.STANDARD, () -> clock.getAndAdd(Duration.ofSeconds(50).toNanos()));
    assertEquals(
        Code.EXPANSION_LIMIT,
        Files.code(opener.open(Zips.of("a", "Note a.\n", "b", "Note b.\n", "c", "Note c.\n"))));
  }

  @Test
  void leavesOutAFileThatIsTooLargeByItself() {
    // Announced within what the archive may unpack to, and more than an upload may have.
    var budgets = new Budgets(1_000, 10, 10, 1_000, 10, 3, 500_000_000, 100, Duration.ofMinutes(2));
    byte[] zip = new Zips().with("a.txt", NOTE).with("b.txt", new byte[2_000]).bytes();
    assertEquals(
        new SubmittedFile.Packet(
            List.of(
                new SubmittedFile.Text("Note.\n", new TreeSet<>(), List.of()),
                new SubmittedFile.Text("", new TreeSet<>(List.of(1)), List.of())),
            List.of(
                "Entry 2 of the archive was left out (FILE_TOO_LARGE) and counts as an unreadable"
                    + " page. It has more than 1,000 bytes. Split it and send the parts one by"
                    + " one.")),
        Files.packet(new FileOpener(budgets).open(zip)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50, 100})
  void refusesAnArchiveThatIsCutOff(int missing) {
    byte[] whole = Zips.of("a.txt", "Note a.\n", "b.txt", "Note b.\n");
    assertEquals(Code.UNREADABLE_FILE, code(Arrays.copyOf(whole, whole.length - missing)));
  }

  @Test
  void endsInAValueWhateverBytesAreChanged() {
    byte[] whole =
        new Zips()
            .with("case.json", Files.event("case-file.json"))
            .with("a.pdf", Files.event("case-file.pdf"))
            .with("in.zip", Zips.of("b.txt", "Note b.\n"))
            .bytes();
    var random = new Random(3);
    for (int trial = 0; trial < 300; trial++) {
      byte[] changed = whole.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        int tail = random.nextBoolean() ? changed.length : 200;
        changed[changed.length - 1 - random.nextInt(tail)] = (byte) random.nextInt(256);
      }
      assertDoesNotThrow(() -> Files.OPENER.open(changed));
    }
  }

  private static byte[] empties(int entries) {
    var zip = new Zips().with("note.txt", NOTE);
    for (int entry = 1; entry < entries; entry++) {
      zip.stored("e" + entry, new byte[0]);
    }
    return zip.bytes();
  }

  private static Code code(byte[] bytes) {
    return Files.code(Files.OPENER.open(bytes));
  }
}
