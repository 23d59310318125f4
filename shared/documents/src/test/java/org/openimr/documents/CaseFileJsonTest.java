package org.openimr.documents;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.Code;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Employee;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Party;
import org.openimr.casefile.Physician;
import org.openimr.casefile.Priority;
import org.openimr.casefile.ServiceMethod;
import org.openimr.casefile.Sex;
import org.openimr.casefile.SubmittedFile;
import org.openimr.casefile.UtilizationDecision;

class CaseFileJsonTest {
  private static final String FULL =
      """
      {"schema": "openimr/case-file/1", "caseNumber": "CM15-0000001", "priority": "EXPEDITED",
       "dateAssigned": "2015-11-12", "applicationReceived": "2015-11-02",
       "dateOfInjury": "2009-05-01", "requestDate": "2015-10-14", "urDecisionDate": "2015-10-21",
       "urServedDate": "2015-10-22", "urServiceMethod": "MAIL", "noticeDate": "2015-11-13",
       "noticeMethod": "ELECTRONIC", "recordsReceivedDate": "2015-11-20",
       "liabilityDisputed": false, "claimNumber": "W-1",
       "employee": {"name": "A B", "dateOfBirth": "1961-03-14", "age": 54, "sex": "X",
                    "represented": true},
       "requestingPhysician": {"name": "C D", "specialty": "Surgery"},
       "parties": [{"role": "ATTORNEY", "name": "E F"}],
       "disputedItems": [{"description": "Massage Qty 6", "urDecision": "MODIFIED",
          "urGuideline": "MTUS Neck 2004, Section(s): Care. Non-MTUS Citation ODG, Neck.",
          "urCertifiedQuantity": 2.5, "serviceDate": "2015-10-01"}],
       "documents": [{"id": "report", "type": "PROGRESS_REPORT", "date": "2015-10-13",
                      "text": "Line one\\r\\nline two\\n\\fPage two"},
                     {"type": "OTHER", "date": "2015-10-13", "text": "a"},
                     {"type": "FIRST_REPORT", "text": "b"},
                     {"type": "OTHER", "date": "2015-10-13", "text": "c"}]}
      """;

  @Test
  void mapsEveryField() {
    var fields =
        new CaseFields(
            CaseNumber.of("CM15-0000001"),
            Optional.of(Priority.EXPEDITED),
            date("2015-11-12"),
            date("2015-11-02"),
            date("2009-05-01"),
            date("2015-10-14"),
            date("2015-10-21"),
            date("2015-10-22"),
            Optional.of(ServiceMethod.MAIL),
            date("2015-11-13"),
            Optional.of(ServiceMethod.ELECTRONIC),
            date("2015-11-20"),
            Optional.of(false),
            Optional.of("W-1"),
            new Employee(
                Optional.of("A B"),
                date("1961-03-14"),
                Optional.of(54),
                Optional.of(Sex.X),
                Optional.of(true)),
            Optional.of(new Physician(Optional.of("C D"), Optional.of("Surgery"))),
            List.of(new Party("ATTORNEY", "E F")),
            List.of(
                new DisputedItem(
                    "Massage Qty 6",
                    Optional.of(UtilizationDecision.MODIFIED),
                    List.of("MTUS Neck 2004, Section(s): Care.", "Non-MTUS Citation ODG, Neck."),
                    Optional.of(new BigDecimal("2.5")),
                    date("2015-10-01"))));
    var documents =
        List.of(
            document(
                "report",
                DocumentType.PROGRESS_REPORT,
                date("2015-10-13"),
                "Line one\r\nline two\n\fPage two"),
            document("other-2015-10-13", DocumentType.OTHER, date("2015-10-13"), "a"),
            document("first-report", DocumentType.FIRST_REPORT, Optional.empty(), "b"),
            document("other-2015-10-13-2", DocumentType.OTHER, date("2015-10-13"), "c"));
    assertEquals(new SubmittedFile.Json(fields, documents), Files.json(Files.open(FULL)));
  }

  @Test
  void leavesOutWhatTheFileLeavesOut() {
    var known = Files.json(Files.open(file(""))).fields();
    var expected = CaseFields.UNKNOWN;
    assertEquals(expected.employee(), known.employee());
    assertEquals(expected.disputedItems(), known.disputedItems());
    assertEquals(expected.requestingPhysician(), known.requestingPhysician());
  }

  @Test
  void readsUtf16() {
    assertEquals(
        Files.json(Files.open(FULL)), Files.json(Files.OPENER.open(FULL.getBytes(UTF_16LE))));
  }

  @Test
  void readsPastAByteOrderMarkAndSpace() {
    assertEquals(Files.json(Files.open(FULL)), Files.json(Files.open("\uFEFF \n" + FULL)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"colour\": 1'                  | colour: unknown field.",
        "'\"priority\": \"FAST\"'         | priority: expected one of STANDARD, EXPEDITED.",
        "'\"liabilityDisputed\": \"no\"'  | liabilityDisputed: expected the type boolean.",
        "'\"dateOfInjury\": 20090501'     | dateOfInjury: expected the type string.",
        "'\"claimNumber\": \" \"'         | 'claimNumber: expected text that is not blank, at most 4000 characters.'",
        "'\"employee\": {\"age\": 200}'   | employee.age: expected at most 130.",
        "'\"employee\": {\"age\": -1}'    | employee.age: expected at least 0.",
        "'\"employee\": null'             | employee: expected the type object.",
        "'\"parties\": [{\"role\": \"X\"}]' | parties[0].name: missing.",
        "'\"disputedItems\": [{\"description\": \"a\", \"urCertifiedQuantity\": 1e999999999}]' | 'disputedItems[0].urCertifiedQuantity: expected a number of ordinary size.'",
        "'\"claimNumber\": \"\\ud800\"'   | 'claimNumber: expected valid Unicode, found half of a surrogate pair.'",
      })
  void namesTheFieldThatIsWrong(String field, String detail) {
    assertEquals(Outcome.rejected(Code.SCHEMA_VIOLATION, detail), Files.open(file(field + ",")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | documents: expected the papers, at least one.",
        "{\"text\": \"a\"} | documents[0].type: missing.",
        "{\"type\": \"OTHER\"} | 'documents[0]: expected either text or, in a ZIP, file.'",
        "'{\"type\": \"OTHER\", \"text\": \" \\n\"}' | 'documents[0].text: expected the text of the paper, not blank; lines end in U+000A, pages in U+000C.'",
        "'{\"type\": \"OTHER\", \"text\": \"a\", \"id\": \"a\\n\"}' | 'documents[0].id: expected an id, unique in the file, of lower case letters, digits and hyphens, at most 64.'",
        "'{\"type\": \"OTHER\", \"text\": \"a\", \"id\": \"a\"},{\"type\": \"OTHER\", \"text\": \"b\", \"id\": \"a\"}' | documents[1].id: expected an id that no other document of the file has.",
        "'{\"type\": \"OTHER\", \"file\": \"a.pdf\"}' | 'documents[0].file: the file is not here; give the paper''s text in the field text, or send case file and papers in one ZIP archive.'",
      })
  void namesTheDocumentThatIsWrong(String documents, String detail) {
    assertEquals(
        Outcome.rejected(Code.SCHEMA_VIOLATION, detail),
        Files.open(
            "{\"schema\":\"openimr/case-file/1\",\"caseNumber\":\"CM15-0000001\",\"documents\":["
                + documents
                + "]}"));
  }

  @Test
  void refusesAListOfCaseFiles() {
    assertEquals(Code.SCHEMA_VIOLATION, Files.code(Files.open("[ {\"schema\": \"x\"} ]")));
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    assertEquals(
        Outcome.rejected(
            Code.SCHEMA_VIOLATION,
            "schema: expected the text openimr/case-file/1; caseNumber: expected a case number as"
                + " CM, two digits, a hyphen, seven digits; documents: missing."),
        Files.open("{\"schema\": \"openimr/case-file/2\", \"caseNumber\": \"CM15-0000001\\n\"}"));
  }

  @Test
  void showsTwentyFindingsAndCountsTheRest() {
    var fields = new StringBuilder();
    for (int n = 0; n < 25; n++) {
      fields.append("\"x%d\": 1,".formatted(n));
    }
    assertEquals(
        "x19: unknown field; and 5 more.",
        lastFinding(Files.detail(Files.open(file(fields.toString())))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2015-02-30", "2015-13-01", "2015/10/21", "yesterday", "", "2015-10-21\\n"})
  void refusesADateThatTheCalendarHasNot(String date) {
    assertEquals(
        Outcome.rejected(
            Code.INVALID_DATE, "dateAssigned: expected a day of the calendar as YYYY-MM-DD."),
        Files.open(file("\"dateAssigned\": \"" + date + "\",")));
  }

  @ParameterizedTest
  @CsvSource({
    "dateOfInjury, requestDate",
    "dateOfInjury, urDecisionDate",
    "dateOfInjury, dateAssigned",
    "requestDate, urDecisionDate",
    "urDecisionDate, urServedDate",
    "urDecisionDate, applicationReceived",
    "applicationReceived, dateAssigned",
  })
  void refusesDaysInAnOrderThatCannotBe(String earlier, String later) {
    assertEquals(
        Outcome.rejected(
            Code.IMPOSSIBLE_DATES,
            "Dates are in an order that cannot be: %s is after %s. Correct the dates and send the file again."
                .formatted(earlier, later)),
        Files.open(
            file("\"%s\": \"2015-10-22\", \"%s\": \"2015-10-21\",".formatted(earlier, later))));
  }

  @Test
  void refusesBirthAfterInjuryAndServiceBeforeIt() {
    assertEquals(
        Outcome.rejected(
            Code.IMPOSSIBLE_DATES,
            "Dates are in an order that cannot be: employee.dateOfBirth is after dateOfInjury;"
                + " dateOfInjury is after disputedItems[0].serviceDate. Correct the dates and send"
                + " the file again."),
        Files.open(
            file(
                "\"dateOfInjury\": \"2015-10-21\", \"employee\": {\"dateOfBirth\": \"2016-01-01\"},"
                    + "\"disputedItems\": [{\"description\": \"a\", \"serviceDate\":"
                    + " \"2015-01-01\"}],")));
  }

  @Test
  void takesEqualDays() {
    String day = "\"dateOfInjury\": \"2015-10-21\", \"urDecisionDate\": \"2015-10-21\",";
    assertEquals(date("2015-10-21"), Files.json(Files.open(file(day))).fields().urDecisionDate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                        | line 1",
        "{\"schema\": 1,}         | line 1",
        "{} {}                    | line 1",
        "{\"a\": 1, \"a\": 2}     | line 1",
        "{\"a\": NaN}             | line 1",
        "{This is no JSON         | line 1",
      })
  void refusesWhatIsNoJsonAndSaysWhere(String content, String place) {
    Outcome<SubmittedFile> outcome = Files.open(content);
    assertEquals(
        Code.INVALID_JSON + " " + place,
        Files.code(outcome) + " " + Files.detail(outcome).replaceAll(".*\\((line \\d+), .*", "$1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0421M15-0000001",
        "CM15-000000\u0661",
        "CM15-\uff10000001",
        "CM15\u20100000001",
        "CM15-\u202e0000001",
        "\u200bCM15-0000001",
        "cm15-0000001"
      })
  void refusesACaseNumberOfCharactersThatOnlyLookAlike(String number) {
    assertEquals(
        Outcome.rejected(
            Code.SCHEMA_VIOLATION,
            "caseNumber: expected a case number as CM, two digits, a hyphen, seven digits."),
        Files.open(
            """
            {"schema":"openimr/case-file/1","caseNumber":"%s",
             "documents":[{"type":"OTHER","text":"a"}]}"""
                .formatted(number)));
  }

  @Test
  void refusesJsonThatIsNotUtf8() {
    byte[] bytes =
        FULL.replace("A B", "Jos\u00e9").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertEquals(Code.INVALID_JSON, Files.code(Files.OPENER.open(bytes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MTUS Knee 2004.                                   | MTUS Knee 2004.",
        "Decision based on MTUS A 2009, Section(s): B. Decision based on Non-MTUS Citation ODG. | Decision based on MTUS A 2009, Section(s): B.;Decision based on Non-MTUS Citation ODG.",
        "ACOEM, 2nd Ed. Chapter 8. See p. 12.              | ACOEM, 2nd Ed. Chapter 8. See p. 12.",
        "ODG, Knee. MTUS was silent?                       | ODG, Knee.;MTUS was silent?",
        "MTUS A.MTUS B                                     | MTUS A.MTUS B",
      })
  void splitsCitationsWhereOneSurelyBegins(String cited, String expected) {
    var item = "\"disputedItems\": [{\"description\": \"a\", \"urGuideline\": \"" + cited + "\"}],";
    assertEquals(
        expected,
        String.join(
            ";",
            Files.json(Files.open(file(item))).fields().disputedItems().getFirst().urGuidelines()));
  }

  @Test
  void neverRepeatsAValue() {
    String secret = "SECRETVALUE";
    String wrong =
        FULL.replace("EXPEDITED", secret)
            .replace("2009-05-01", secret)
            .replace("\"MAIL\"", "\"" + secret + "\"");
    assertEquals(false, Files.detail(Files.open(wrong)).contains(secret));
  }

  private static String lastFinding(String detail) {
    return detail.substring(detail.indexOf("x19"));
  }

  private static String file(String fields) {
    return "{%s \"schema\":\"openimr/case-file/1\",\"caseNumber\":\"CM15-0000001\",\"documents\":[{\"type\":\"OTHER\",\"text\":\"a\"}]}"
        .formatted(fields);
  }

  private static Optional<LocalDate> date(String date) {
    return Optional.of(LocalDate.parse(date));
  }

  private static CaseDocument document(
      String id, DocumentType type, Optional<LocalDate> date, String text) {
    return new CaseDocument(id, type, date, text, new TreeSet<>());
  }

  /** The schema is for other people's tools too; it must say the same as this reader. */
  @Test
  void publishesItsSchema() throws java.io.IOException {
    try (var in = FileOpener.class.getResourceAsStream("case-file-1.schema.json")) {
      assertEquals(
          true, in != null && new String(in.readAllBytes(), UTF_8).contains("case-file/1"));
    }
  }
}
