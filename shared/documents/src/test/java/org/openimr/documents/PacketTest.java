package org.openimr.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.Code;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.SubmittedFile;

class PacketTest {
  private static final byte[] NOTE = "Note.\n".getBytes(UTF_8);
  private static final SubmittedFile.Text UNREAD =
      new SubmittedFile.Text("", new TreeSet<>(List.of(1)), List.of());

  @Test
  void takesTheFilesOfAnArchiveInItsOrder() {
    byte[] zip =
        new Zips()
            .with("b/report.pdf", Pdfs.of(Pdfs.lines("Report")))
            .stored("a.txt", NOTE)
            .with("b/", new byte[0])
            .bytes();
    assertEquals(packet(text("Report\n"), text("Note.\n")), Files.packet(zip));
  }

  @Test
  void takesAnArchiveOfThePlatformsOwnWriter() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("pr2 ü.txt"));
      zip.write(NOTE);
      zip.closeEntry();
      zip.setComment("packed at the office");
    }
    assertEquals(packet(text("Note.\n")), Files.packet(out.toByteArray()));
  }

  @Test
  void unfoldsArchivesWithinArchives() {
    byte[] inner = Zips.of("x.txt", "Inner.\n");
    byte[] middle = new Zips().with("inner.zip", inner).with("y.txt", NOTE).bytes();
    byte[] zip = new Zips().with("middle.zip", middle).bytes();
    assertEquals(packet(text("Inner.\n"), text("Note.\n")), Files.packet(zip));
  }

  @Test
  void readsDocumentsOfTheCaseFileFromTheirFiles() {
    byte[] zip =
        new Zips()
            .with("case.json", caseFile("papers/pr2.pdf").getBytes(UTF_8))
            .with("papers/pr2.pdf", Pdfs.of(Pdfs.lines("Report"), Pdfs.scan()))
            .with("papers/loose.txt", NOTE)
            .bytes();
    assertEquals(
        List.of(document("Report\n\f\n", 2)),
        ((SubmittedFile.Json) Files.packet(zip).parts().getFirst()).documents());
  }

  @Test
  void takesFilesThatTheCaseFileDoesNotName() {
    byte[] zip =
        Zips.of("case.json", caseFile("pr2.txt"), "pr2.txt", "Report\n", "loose.txt", "Note.\n");
    assertEquals(text("Note.\n"), Files.packet(zip).parts().get(1));
  }

  @Test
  void findsTheCaseFileInTheOneFolderThatHoldsAll() {
    byte[] zip = Zips.of("case/case.json", caseFile("./pr2.txt"), "case/pr2.txt", "Report\n");
    assertEquals(
        List.of(document("Report\n")),
        ((SubmittedFile.Json) Files.packet(zip).parts().getFirst()).documents());
  }

  @ParameterizedTest
  @CsvSource({
    "gone.txt,'the archive has no file of this name; give its path from where case.json lies'",
    "../pr2.txt,'the archive has no file of this name; give its path from where case.json lies'",
    "case.json,expected a file that no other document names",
  })
  void refusesACaseFileThatNamesAFileAmiss(String file, String why) {
    assertEquals(
        "In case.json of the archive: documents[0].file: " + why + ".",
        Files.detail(
            Files.OPENER.open(Zips.of("case.json", caseFile(file), "pr2.txt", "Report\n"))));
  }

  @Test
  void refusesTwoDocumentsOfOneFile() {
    String twice =
        caseFile("pr2.txt").replace("}]}", "},{\"type\":\"OTHER\",\"file\":\"pr2.txt\"}]}");
    assertEquals(
        "In case.json of the archive: documents[1].file: expected a file that no other document"
            + " names.",
        Files.detail(Files.OPENER.open(Zips.of("case.json", twice, "pr2.txt", "Report\n"))));
  }

  @Test
  void refusesACaseFileWithAnError() {
    assertEquals(
        "In case.json of the archive: wrong: unknown field; documents: missing.",
        Files.detail(
            Files.OPENER.open(
                Zips.of(
                    "case.json",
                    "{\"schema\":\"openimr/case-file/1\",\"caseNumber\":\"CM15-0000001\",\"wrong\":1}",
                    "pr2.txt",
                    "Report\n"))));
  }

  @Test
  void keepsADocumentWhoseFileCannotBeReadAsAnUnreadablePage() {
    byte[] zip =
        new Zips()
            .with("case.json", caseFile("pr2.pdf").getBytes(UTF_8))
            .with("pr2.pdf", "%PDF-1.7 and no more".getBytes(UTF_8))
            .with("note.txt", NOTE)
            .bytes();
    assertEquals(
        List.of(document("", 1)),
        ((SubmittedFile.Json) Files.packet(zip).parts().getFirst()).documents());
  }

  @Test
  void leavesOutWhatCannotBeReadAndCountsItAsAnUnreadablePage() {
    byte[] zip =
        new Zips()
            .with("note.txt", NOTE)
            .locked("secret.pdf")
            .damaged("damaged.txt", NOTE)
            .with("scan.pdf", Pdfs.of(Pdfs.scan(), Pdfs.scan()))
            .with("photo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
            .with("blank.txt", " \n".getBytes(UTF_8))
            .bytes();
    assertEquals(
        new SubmittedFile.Packet(
            List.of(
                text("Note.\n"),
                UNREAD,
                UNREAD,
                new SubmittedFile.Text("\f\n", new TreeSet<>(List.of(1, 2)), List.of()),
                UNREAD),
            List.of(
                "Entry 2 of the archive was left out (ENCRYPTED_FILE) and counts as an unreadable"
                    + " page. It is locked by a password. Remove the lock and send it again.",
                "Entry 3 of the archive was left out (UNREADABLE_FILE) and counts as an unreadable"
                    + " page. It is damaged. Check the original and send it again.",
                "Entry 4 of the archive has no text (NO_TEXT_LAYER); its pages (2) count as"
                    + " unreadable.",
                "Entry 5 of the archive was left out (UNSUPPORTED_TYPE) and counts as an unreadable"
                    + " page. The file is an image (PNG). Accepted are PDF with text, plain text,"
                    + " case files in JSON (openimr/case-file/1), and ZIP archives of these. Save it"
                    + " as PDF or plain text.",
                "Entry 6 of the archive is empty (EMPTY_FILE).")),
        Files.packet(zip));
  }

  @Test
  void passesOverHiddenFilesAndDuplicates() {
    byte[] zip =
        Zips.of(
            "note.txt", "Note.\n",
            "__MACOSX/._note.txt", "attributes",
            "folder/.DS_Store", "view",
            "copy of note.txt", "Note.\n");
    assertEquals(
        new SubmittedFile.Packet(
            List.of(text("Note.\n")),
            List.of(
                "Hidden or system files of the archive were passed over: entries 2, 3.",
                "Entry 4 of the archive is the same file as entry 1 and was taken once.")),
        Files.packet(zip));
  }

  @Test
  void takesBothFilesOfOneName() {
    assertEquals(
        packet(text("First.\n"), text("Second.\n")),
        Files.packet(Zips.of("note.txt", "First.\n", "./note.txt", "Second.\n")));
  }

  @Test
  void refusesTwoCaseFiles() {
    assertEquals(
        "The archive has more than one case.json. Pack it with one and send it again.",
        Files.detail(
            Files.OPENER.open(
                Zips.of("case.json", caseFile("a.txt"), "case.json", "{}", "a.txt", "A.\n"))));
  }

  @Test
  void refusesACaseFileThatNamesAFileOfWhichThereAreTwo() {
    assertEquals(
        "In case.json of the archive: documents[0].file: the archive has more than one file of this"
            + " name.",
        Files.detail(
            Files.OPENER.open(
                Zips.of("case.json", caseFile("a.txt"), "a.txt", "A.\n", "a.txt", "B.\n"))));
  }

  @Test
  void numbersEntriesOfInnerArchivesAfterTheOuter() {
    byte[] inner = new Zips().with("x.txt", NOTE).locked("secret.pdf").bytes();
    byte[] zip = new Zips().with("a.txt", "A.\n".getBytes(UTF_8)).with("in.zip", inner).bytes();
    assertEquals(
        List.of(
            "Entry 2.2 of the archive was left out (ENCRYPTED_FILE) and counts as an unreadable"
                + " page. It is locked by a password. Remove the lock and send it again."),
        Files.packet(zip).notes());
  }

  @Test
  void leavesOutADamagedArchiveWithin() {
    byte[] zip =
        new Zips().with("a.txt", NOTE).with("in.zip", new byte[] {'P', 'K', 3, 4, 0}).bytes();
    assertEquals(packet(text("Note.\n"), UNREAD).parts(), Files.packet(zip).parts());
  }

  @Test
  void refusesAnArchiveOfLockedFilesAsLocked() {
    assertEquals(Code.ENCRYPTED_FILE, code(new Zips().locked("a.pdf").locked("b.pdf").bytes()));
  }

  @Test
  void refusesAnArchiveOfScansAsScans() {
    assertEquals(Code.NO_TEXT_LAYER, code(new Zips().with("a.pdf", Pdfs.of(Pdfs.scan())).bytes()));
  }

  @Test
  void refusesAnArchiveOfWhichNothingCanBeRead() {
    assertEquals(
        "Nothing in the ZIP archive can be read. Entry 1 of the archive was left out"
            + " (ENCRYPTED_FILE) and counts as an unreadable page. It is locked by a password."
            + " Remove the lock and send it again. Entry 2 of the archive was left out"
            + " (UNSUPPORTED_TYPE) and counts as an unreadable page. It is packed in a way that is"
            + " not known here. Pack it anew and send it again.",
        Files.detail(Files.OPENER.open(new Zips().locked("a.pdf").method("b.pdf", 12).bytes())));
  }

  @Test
  void refusesAnArchiveWithoutPapers() {
    assertEquals(Code.EMPTY_FILE, code(Zips.of("__MACOSX/x", "y")));
  }

  @Test
  void refusesAnEmptyArchive() {
    assertEquals(Code.EMPTY_FILE, code(Zips.of()));
  }

  @Test
  void refusesAnOfficeFile() {
    assertEquals(
        Code.UNSUPPORTED_TYPE,
        code(Zips.of("[Content_Types].xml", "<Types/>", "word/document.xml", "<document/>")));
  }

  private static String caseFile(String file) {
    return """
    {"schema":"openimr/case-file/1","caseNumber":"CM15-0000001","documents":[
     {"id":"pr2","type":"PROGRESS_REPORT","date":"2015-10-13","file":"%s"}]}"""
        .formatted(file);
  }

  private static CaseDocument document(String text, Integer... unreadable) {
    return new CaseDocument(
        "pr2",
        DocumentType.PROGRESS_REPORT,
        Optional.of(LocalDate.of(2015, 10, 13)),
        text,
        new TreeSet<>(List.of(unreadable)));
  }

  private static SubmittedFile.Text text(String text) {
    return new SubmittedFile.Text(text, new TreeSet<>(), List.of());
  }

  private static SubmittedFile.Packet packet(SubmittedFile.Single... parts) {
    return new SubmittedFile.Packet(List.of(parts), List.of());
  }

  private static Code code(byte[] bytes) {
    return Files.code(Files.OPENER.open(bytes));
  }
}
