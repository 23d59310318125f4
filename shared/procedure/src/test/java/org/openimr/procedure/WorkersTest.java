package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.procedure.Papers.paper;
import static org.openimr.procedure.Papers.upload;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;

/** Whose a paper is, where the application names one worker and a report another. */
class WorkersTest {
  private static final String TAKEN = "taken";
  private static final String ASIDE = "set aside";
  private static final String HELD = "TWO_WORKERS";

  /** Name, date of birth and claim number of the application, then of the report; - is unknown. */
  @ParameterizedTest
  @CsvSource({
    // The same worker, written in other ways.
    "Ann Q. Sample,   1961-03-14, -,  'SAMPLE, ANN',      1961-03-14, -,  taken",
    "Ann Q. Sample,   1961-03-14, -,  Ms. Ann Sample,     -,          -,  taken",
    "Ann Sample,      1961-03-14, -,  Ann Smaple,         1961-03-14, -,  taken",
    "Ann Sample,      -,          -,  Ann Sampel,         -,          -,  taken",
    "Ann Sample,      1961-03-14, -,  Anne Sample,        -,          -,  taken",
    "José Ejemplo,    1961-03-14, -,  JOSE EJEMPLO,       1961-03-14, -,  taken",
    "Ann Sample,      1961-03-14, -,  Ann Sample-Other,   -,          -,  taken",
    // Dates that were mistyped: a digit, two neighbours, day and month.
    "Ann Sample,      1961-03-14, -,  Ann Sample,         1961-03-15, -,  taken",
    "Ann Sample,      1961-03-14, -,  Ann Sample,         1916-03-14, -,  taken",
    "Ann Sample,      1961-03-04, -,  Ann Sample,         1961-04-03, -,  taken",
    // Another name of the same worker.
    "Ann Sample,      1961-03-14, -,  Ann Sample aka Ann Other, -,    -,  taken",
    "Ann Other,       1961-03-14, -,  Ann Sample aka Ann Other, -,    -,  taken",
    "Ann Sample,      1961-03-14, -,  Ann Maiden,         1961-03-14, -,  taken",
    "Ann Sample,      1961-03-14, 7,  Ann Maiden,         -,          7,  taken",
    "Ann Sample,      1961-03-14, -,  Ann Maiden,         -,          -,  TWO_WORKERS",
    // Father and son.
    "John Sample,     1941-02-03, -,  John Sample,        1968-07-21, -,  TWO_WORKERS",
    "John Sample,     1941-02-03, 1,  John Sample,        1968-07-21, 2,  set aside",
    "John Sample,     1941-02-03, 1,  John Sample,        1968-07-21, 1,  taken",
    "John Sample Sr., 1941-02-03, -,  John Sample Jr.,    1968-07-21, -,  set aside",
    "John Sample Sr., -,          -,  John Sample Jr.,    -,          -,  TWO_WORKERS",
    "John Sample Jr., -,          -,  John Sample Junior, -,          -,  taken",
    // Husband and wife, namesakes of a first name, twins.
    "Ann Sample,      1961-03-14, -,  John Sample,        1959-08-02, -,  set aside",
    "Ann Sample,      1961-03-14, -,  Ann Other,          1970-01-01, -,  set aside",
    "Ann Sample,      1961-03-14, 1,  Eve Sample,         1961-03-14, 2,  TWO_WORKERS",
    "Dan Sample,      -,          -,  Don Sample,         -,          -,  TWO_WORKERS",
    // Nothing in common, and born on one day.
    "Ann Sample,      1961-03-14, -,  Bo Other,           1970-01-01, -,  set aside",
    "Ann Sample,      1961-03-14, -,  Bo Other,           -,          -,  set aside",
    "Ann Sample,      1961-03-14, -,  Bo Other,           1961-03-14, -,  TWO_WORKERS",
    "Ann Sample,      1961-03-14, 1,  Bo Other,           1961-03-14, 2,  set aside",
    // No name on the paper.
    "Ann Sample,      1961-03-14, -,  -,                  1961-03-14, -,  taken",
    "Ann Sample,      1961-03-14, -,  -,                  1961-03-15, -,  TWO_WORKERS",
    "Ann Sample,      1961-03-14, -,  -,                  1970-01-01, -,  set aside",
    "Ann Sample,      1961-03-14, 1,  -,                  -,          2,  taken"
  })
  void tellsWhosePapersTheyAre(
      String name,
      String born,
      String claim,
      String otherName,
      String otherBorn,
      String otherClaim,
      String expected) {
    assertEquals(
        expected,
        outcome(
            said(FieldSource.APPLICATION, "a", name, born, claim),
            said(FieldSource.RECORDS, "p", otherName, otherBorn, otherClaim)));
  }

  @Test
  void holdsPapersOfFatherAndSonWhereNoApplicationTells() {
    assertEquals(
        HELD,
        outcome(
            said(FieldSource.RECORDS, "p", "John Sample", "1941-02-03", "1"),
            said(FieldSource.RECORDS, "q", "John Sample", "1968-07-21", "2")));
  }

  /** Neither paper contradicts the application, which has a date of birth only. */
  @Test
  void holdsTwoPapersThatContradictOnlyEachOther() {
    assertEquals(
        HELD,
        outcome(
            said(FieldSource.APPLICATION, "a", "-", "1961-03-14", "-"),
            said(FieldSource.RECORDS, "p", "Ann Sample", "-", "-"),
            said(FieldSource.RECORDS, "q", "Bo Other", "-", "-")));
  }

  /** The utilization review decision gives the claim number that the report shares. */
  @Test
  void takesAMaidenNameByAClaimNumberThatAnotherPaperGives() {
    assertEquals(
        TAKEN,
        outcome(
            said(FieldSource.APPLICATION, "a", "Ann Sample", "-", "-"),
            said(FieldSource.UTILIZATION_REVIEW, "u", "Ann Sample", "-", "WC-7"),
            said(FieldSource.RECORDS, "p", "Ann Maiden", "-", "wc 7")));
  }

  @Test
  void setsAsideWhatIsCertainlyAnothers() {
    assertEquals(
        ASIDE,
        outcome(
            said(FieldSource.APPLICATION, "a", "Ann Sample", "1961-03-14", "-"),
            said(FieldSource.RECORDS, "p", "Bo Other", "1970-01-01", "-"),
            said(FieldSource.RECORDS, "q", "Ann Sample", "-", "-")));
  }

  private static String outcome(CaseUpload... uploads) {
    return switch (Revisions.cut(Papers.CASE, List.of(uploads))) {
      case Outcome.Accepted<CaseFile>(CaseFile file) ->
          file.documents().size() == uploads.length ? TAKEN : ASIDE;
      case Outcome.Rejected<CaseFile>(var rejection) -> rejection.code().name();
    };
  }

  private static CaseUpload said(
      FieldSource source, String id, String name, String born, String claim) {
    CaseFields fields = Papers.worker(known(name), known(born).map(LocalDate::parse), known(claim));
    return upload(source, fields, paper(id, type(source), "2015-10-13", "paper " + id));
  }

  private static DocumentType type(FieldSource source) {
    return switch (source) {
      case APPLICATION, CASE_JSON -> DocumentType.APPLICATION;
      case UTILIZATION_REVIEW -> DocumentType.UTILIZATION_REVIEW;
      case REQUEST_FOR_AUTHORIZATION -> DocumentType.REQUEST_FOR_AUTHORIZATION;
      case RECORDS -> DocumentType.PROGRESS_REPORT;
    };
  }

  private static Optional<String> known(String cell) {
    return Optional.of(cell).filter(text -> !text.equals("-"));
  }
}
