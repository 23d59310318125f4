package org.openimr.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;

/**
 * Whatever the bytes are, opening them ends in a value, and in the same one every time. Runs on the
 * seeds and on the found cases beside it; with {@code JAZZER_FUZZ=1} it looks for new ones, guided
 * by the coverage of the readers, and puts what it finds there.
 */
class FileOpenerFuzzIT {
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void endsInAValue(byte[] bytes) {
    Outcome<SubmittedFile> opened = Files.OPENER.open(bytes);
    assertEquals(opened, Files.OPENER.open(bytes));
    switch (opened) {
      case Outcome.Rejected<SubmittedFile>(var why) -> assertTrue(why.detail().endsWith("."));
      case Outcome.Accepted<SubmittedFile>(SubmittedFile file) -> sound(file);
    }
  }

  static Stream<byte[]> seeds() {
    byte[] pdf = Pdfs.of(Pdfs.lines("Report"), Pdfs.scan("FAX"), Pdfs.recognised("Plan"));
    return Stream.of(
        pdf,
        Pdfs.form("Date:", "05/01/2009"),
        Pdfs.locked(Pdfs.of(Pdfs.lines("Report")), ""),
        RawPdf.ofOnePage(RawPdf.show("Report") + "/X Do").stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 m 9 9 l S".getBytes(UTF_8))
            .bytes(),
        Files.event("case-file.json"),
        Files.event("case-file.txt"),
        "Pain \u2265 7\f\u00e9".getBytes(java.nio.charset.StandardCharsets.UTF_16LE),
        Zips.of("case.json", CASE_FILE, "a.txt", "Report\n", "b.txt", "Note\n"),
        new Zips().with("a.pdf", pdf).stored("in.zip", Zips.of("x/c.txt", "Note.\n")).bytes());
  }

  private static final String CASE_FILE =
      """
      {"schema":"openimr/case-file/1","caseNumber":"CM15-0000001","documents":[
       {"id":"a","type":"PROGRESS_REPORT","date":"2015-10-13","file":"a.txt"}]}""";

  private static void sound(SubmittedFile file) {
    switch (file) {
      case SubmittedFile.Text text -> sound(text);
      case SubmittedFile.Json json ->
          json.documents().forEach(document -> assertTrue(document.readablePages() >= 0, "pages"));
      case SubmittedFile.Packet packet -> packet.parts().forEach(FileOpenerFuzzIT::sound);
    }
  }

  /** Pages that are called unreadable are there, and the text has bytes in UTF-8 that hold it. */
  private static void sound(SubmittedFile.Text text) {
    long pages = 1 + text.text().chars().filter(c -> c == '\f').count();
    assertTrue(text.unreadablePages().stream().allMatch(page -> page >= 1 && page <= pages));
    assertEquals(text.text(), new String(text.text().getBytes(UTF_8), UTF_8));
    assertTrue(text.text().indexOf('\r') < 0);
  }
}
