package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;

class DuplicatesTest {
  private static final String NOTE =
      "PROGRESS REPORT\nThe worker walks a mile.\nPain is 3/10 at 14:22.\fWork status: modified.\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: 5595550100 To: 8005550199 11/02/2015 14:22 P.003/012",
        "11/02/2015 14:22 FAX 559 555 0100          003/012",
        "NOV-02-2015 14:22 From:CLINIC 5595550100 To:8005550199 Page:3/12",
        "2015-11-02 14:22:10 Clinic of Example Page 3 of 12",
        "RightFax N1-1 11/2/2015 2:22:10 PM PAGE 3/012 Fax Server",
        "11/02/2015 MON 14:22 FAX 559 555 0100",
        "Received Time Nov. 2. 2015 2:22PM No. 0417",
        "Page 3 of 12",
        "Pg. 3",
        "page: 003/012",
        "- 3 -"
      })
  void knowsAPaperAgainThatWasFaxedOnceMore(String line) {
    var faxed =
        line + "\n" + NOTE.replace("a mile", "a   mile").replace("\f", "\n" + line + "\f") + line;
    assertEquals(1, file(note("p", NOTE), note("q", faxed)).documents().size());
  }

  @ParameterizedTest
  @CsvSource({
    "'Pain is 3/10 at 14:22.', 'Pain is 4/10 at 14:22.'",
    "'Pain is 3/10 at 14:22.', '3/10'",
    "'Pain is 3/10 at 14:22.', '54'",
    "'The worker walks a mile.', 'From page 3 on the record shows that the worker walks a mile'",
    "'The worker walks a mile.', 'to the hip 3'",
    "'The worker walks a mile.', 'Received at 14:22, medication 10'",
    "'The worker walks a mile.', '11/02/2015 14:22 The worker called from work'"
  })
  void keepsPapersThatDifferInWhatTheySay(String text, String other) {
    assertEquals(2, file(note("p", NOTE), note("q", NOTE.replace(text, other))).documents().size());
  }

  @Test
  void keepsTheCopyOfWhichMorePagesCanBeRead() {
    var poor = note("poor", NOTE + "\fPage 3 of 3", 3);
    var good = note("good", "Page 1 of 3\n" + NOTE + "\fPage 3 of 3");
    var file = file(poor, good);
    assertEquals(List.of(good), file.documents());
    assertEquals(Map.of("poor", good), file.duplicates());
  }

  @Test
  void keepsTheCopyOfTheLowerHashWhereAsManyPagesCanBeRead() {
    var one = note("one", NOTE);
    var two = note("two", NOTE + "\nPage 1");
    boolean first = ContentHash.of(one.text()).compareTo(ContentHash.of(two.text())) < 0;
    assertEquals(List.of(first ? one : two), file(one, two).documents());
  }

  @Test
  void keepsPapersApartOfWhichOnlyFaxLinesCanBeRead() {
    assertEquals(2, file(note("p", "Page 1 of 2"), note("q", "Page 2 of 2")).documents().size());
  }

  @Test
  void numbersPapersOfOneKindAndDayWhateverUploadTheyCameIn() {
    String id = "progress-report-2015-10-13";
    var one = note(id, "one");
    var two = note(id + "-2", "two");
    assertEquals(
        Revisions.cut(
            Papers.CASE,
            List.of(
                Papers.upload("u", FieldSource.RECORDS, CaseFields.UNKNOWN, one),
                Papers.upload("v", FieldSource.RECORDS, CaseFields.UNKNOWN, note(id, two.text())))),
        Revisions.cut(
            Papers.CASE,
            List.of(
                Papers.upload("u", FieldSource.RECORDS, CaseFields.UNKNOWN, one),
                Papers.upload("v", FieldSource.RECORDS, CaseFields.UNKNOWN, two))));
  }

  private static CaseDocument note(String id, String text, Integer... unreadable) {
    return new CaseDocument(
        id,
        DocumentType.PROGRESS_REPORT,
        Optional.of(LocalDate.parse("2015-10-13")),
        text,
        new TreeSet<>(List.of(unreadable)));
  }

  private static CaseFile file(CaseDocument... papers) {
    var upload = Papers.upload("u", FieldSource.RECORDS, CaseFields.UNKNOWN, papers);
    return switch (Revisions.cut(Papers.CASE, List.of(upload))) {
      case Outcome.Accepted<CaseFile>(CaseFile file) -> file;
      case Outcome.Rejected<CaseFile>(var rejection) ->
          throw new AssertionError("refused: " + rejection.code());
    };
  }
}
