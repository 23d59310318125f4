package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.procedure.Papers.dates;
import static org.openimr.procedure.Papers.paper;
import static org.openimr.procedure.Papers.upload;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FieldConflict;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;

class RevisionChangeTest {
  private static final CaseUpload REPORT =
      upload(
          FieldSource.RECORDS,
          dates(Optional.of("2009-05-02"), Optional.empty()),
          paper("x", DocumentType.PROGRESS_REPORT, "2015-10-13", "report"));

  @Test
  void saysWhatPapersAndFieldsCame() {
    var earlier = paper("x", DocumentType.PROGRESS_REPORT, "2015-09-01", "earlier report");
    var copy = paper("copy", DocumentType.PROGRESS_REPORT, "2015-10-13", "report\nPage 1 of 1");
    var application =
        upload(
            FieldSource.APPLICATION,
            dates(Optional.of("2009-05-01"), Optional.of("2015-10-21")),
            paper("a", DocumentType.APPLICATION, "2015-10-28", "application"));
    var change =
        RevisionChange.between(
            file(REPORT),
            file(
                REPORT,
                upload("e", FieldSource.RECORDS, CaseFields.UNKNOWN, earlier, copy),
                application));
    boolean copyIsKept = ContentHash.of(copy.text()).compareTo(ContentHash.of("report")) < 0;
    assertEquals(
        new RevisionChange(
            copyIsKept ? List.of("x", "copy", "a") : List.of("x", "a"),
            copyIsKept ? List.of("x") : List.of(),
            List.of(copyIsKept ? "x-2" : "copy"),
            List.of(
                field("dateOfInjury", "2009-05-02", "2009-05-01"),
                new RevisionChange.Field(
                    "urDecisionDate", Optional.empty(), Optional.of("2015-10-21"))),
            List.of(
                new FieldConflict(
                    "dateOfInjury", FieldSource.APPLICATION, FieldSource.RECORDS, "2009-05-02"))),
        change);
  }

  @Test
  void countsWhatChangedWithoutAValue() {
    assertEquals(
        "documentsAdded=2 documentsRemoved=1 duplicatesAdded=0 fieldsChanged=1 conflictsAdded=0",
        new RevisionChange(
                List.of("a", "b"),
                List.of("c"),
                List.of(),
                List.of(field("employee.name", "Ann Sample", "Ann Other")),
                List.of())
            .summary());
  }

  @Test
  void findsNothingChangedWhereAPaperCameAgain() {
    assertEquals(
        new RevisionChange(List.of(), List.of(), List.of(), List.of(), List.of()),
        RevisionChange.between(file(REPORT), file(REPORT, REPORT)));
  }

  private static RevisionChange.Field field(String name, String before, String after) {
    return new RevisionChange.Field(name, Optional.of(before), Optional.of(after));
  }

  private static CaseFile file(CaseUpload... uploads) {
    return switch (Revisions.cut(Papers.CASE, List.of(uploads))) {
      case Outcome.Accepted<CaseFile>(CaseFile file) -> file;
      case Outcome.Rejected<CaseFile>(var why) -> throw new AssertionError(why.code().name());
    };
  }
}
