package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.procedure.Papers.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FieldSource;
import org.openimr.procedure.Requirement.Standing;

class ScreeningTest {
  private static final LocalDate RECORDS_DUE = LocalDate.parse("2015-11-30");
  private static final DueDates DUE =
      new DueDates(List.of(Due.on(ClockName.RECORDS_BY_MAIL, RECORDS_DUE)));

  @Test
  void listsWhatIsFoundWhatIsMissingAndByWhen() {
    var checklist =
        Checklist.of(
            file(
                requested("2015-10-14"),
                paper("old", DocumentType.PROGRESS_REPORT, "2015-04-13", "before the window"),
                paper("first", DocumentType.CONSULTATION, "2015-04-14", "its first day"),
                paper("pr2", DocumentType.PROGRESS_REPORT, "2015-10-13", "report"),
                undated("scan"),
                paper("therapy", DocumentType.THERAPY_NOTE, "2015-09-01", "note"),
                paper("ur", DocumentType.UTILIZATION_REVIEW, "2015-10-21", "decision")),
            DUE);
    assertEquals(
        List.of(
            new Requirement(
                RequiredDocument.D1_REPORTS,
                Standing.FOUND,
                List.of("first", "pr2"),
                List.of("old", "scan"),
                Optional.of(LocalDate.parse("2015-04-14")),
                Optional.of(RECORDS_DUE)),
            line(RequiredDocument.D2_APPLICATION, Standing.MISSING),
            line(RequiredDocument.D3_TOLD_EMPLOYEE, Standing.IF_ANY),
            line(RequiredDocument.D4_SUPPORT, Standing.FOUND, "therapy"),
            line(RequiredDocument.D5_USED, Standing.IF_ANY),
            line(RequiredDocument.D6_RESPONSE, Standing.IF_ANY),
            line(RequiredDocument.D7_UR_DECISION, Standing.FOUND, "ur"),
            line(RequiredDocument.D8_REQUEST, Standing.TOLD)),
        checklist);
  }

  @ParameterizedTest
  @CsvSource({
    "2015-04-13, 2015-10-14, true",
    "2015-04-14, 2015-10-14, false",
    "2015-10-13, 2015-10-14, false",
    "2014-01-01, ,           false"
  })
  void listsReportsThatAreAllTooOld(LocalDate report, String request, boolean listed) {
    var file =
        file(
            requested(request),
            paper("p", DocumentType.PROGRESS_REPORT, report.toString(), "report"));
    assertEquals(listed, Completeness.missing(file).contains(Missing.REPORTS_OF_SIX_MONTHS));
  }

  @Test
  void doesNotCallAReportTooOldThatHasNoDate() {
    assertEquals(
        false,
        Completeness.missing(file(requested("2015-10-14"), undated("s")))
            .contains(Missing.REPORTS_OF_SIX_MONTHS));
  }

  @Test
  void doesNotWaitForNewerReports() {
    assertEquals(false, Missing.REPORTS_OF_SIX_MONTHS.stops());
  }

  /** C: in case.json; P: in a paper. The order of uploads does not matter. */
  @ParameterizedTest
  @CsvSource({
    "'',           NOT_DISPUTED",
    "C-false,      NOT_DISPUTED",
    "C-true,       DISPUTED",
    "C-true C-true,  DISPUTED",
    "C-true C-false, SAID_BOTH_WAYS",
    "C-false C-true, SAID_BOTH_WAYS",
    "P-true,       READ_IN_PAPERS",
    "P-true C-false, NOT_DISPUTED",
    "P-false C-true, DISPUTED"
  })
  void tellsWhoSaysThatLiabilityIsDisputed(String said, Liability liability) {
    var uploads = new ArrayList<CaseUpload>();
    Optional<Boolean> merged = Optional.empty();
    for (String statement : said.isEmpty() ? new String[0] : said.split(" ", -1)) {
      boolean disputed = statement.endsWith("true");
      boolean own = statement.startsWith("C");
      merged = own || merged.isEmpty() ? Optional.of(disputed) : merged;
      uploads.add(
          Papers.upload(
              "u" + uploads.size(),
              own ? FieldSource.CASE_JSON : FieldSource.APPLICATION,
              Papers.liability(Optional.of(disputed))));
    }
    assertEquals(liability, Liability.of(uploads, Papers.liability(merged)));
  }

  private static Requirement line(RequiredDocument what, Standing standing, String... papers) {
    return new Requirement(
        what, standing, List.of(papers), List.of(), Optional.empty(), Optional.of(RECORDS_DUE));
  }

  private static CaseDocument undated(String id) {
    return new CaseDocument(
        id, DocumentType.CONSULTATION, Optional.empty(), "no date", new TreeSet<>());
  }

  private static CaseFields requested(String date) {
    return Papers.requested(Optional.ofNullable(date).map(LocalDate::parse));
  }

  private static CaseFile file(CaseFields fields, CaseDocument... papers) {
    return new CaseFile(Papers.CASE, fields, List.of(papers), Map.of(), List.of());
  }
}
