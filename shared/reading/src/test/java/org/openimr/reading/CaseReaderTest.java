package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Code;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SourcedFields;
import org.openimr.casefile.SubmittedFile;
import org.openimr.casefile.UtilizationDecision;

class CaseReaderTest {
  private static final String APPLICATION =
      """
      State of California
      Application for Independent Medical Review
      IMR Case No: CM17-O012345
      Patient Name: A. Nobody     DOB: 2/3/61
      DOI: 5-1-09   Claim #: 77
      Type of Utilization Review: Expedited
      Date of UR Decision: January 6, 2017
      Disputed Medical Treatment:
      MRI of the lumbar spine
      Naproxen 500mg #60

      Signature Date: 1/9/17
      """;

  private static final String REVIEW =
      """
      Utilization Review Decision
      RE: A. Nobody
      Decision Date: 1/6/2017
      Served by: fax

      Request: MRI of the lumbar spine
      Decision: Non-certified
      Guidelines cited: MTUS Low Back Complaints 2004, Section(s): Special
      Studies.

      Request: Naproxen 500mg #60
      Decision: Certified with modification to #30
      Request: Physical therapy 6
      Decision: Certified

      Records reviewed:
      Request for authorization
      Progress report
      """;

  private static final String REQUEST =
      """
      Request for Authorization
      Form RFA
      Patient: A. Nobody
      Date of Request: 12/29/16
      Requested treatments (diagnosis, code,
      treatment, procedure):
      1) Lumbar strain | S39.012A | MRI of the lumbar spine | 72148
      2) Lumbar strain | S39.012A | Naproxen 500mg #60 |
      """;

  private static final String NOTE =
      """
      PROGRESS NOTE
      Name: A. Nobody
      Visit date: 12/28/2016
      This 55 y/o right handed male hurt his back.
      """;

  private static final String NOTE_GOES_ON =
      """
      PROGRESS NOTE
      Name: A. Nobody
      Visit date: 12/28/2016
      Work: none.
      """;

  private final CaseReader reader = new CaseReader();

  private CaseUpload upload(SubmittedFile file) {
    return switch (reader.read(file, "hash")) {
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.OfCase(var upload)) -> upload;
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.Published letter) ->
          throw new AssertionError("read as a published determination");
      case Outcome.Rejected<CaseReader.Read>(var rejection) ->
          throw new AssertionError(rejection.code());
    };
  }

  private static SubmittedFile.Text text(String... pages) {
    return SharedFiles.file(String.join("\f", pages));
  }

  private static CaseFields from(FieldSource source, CaseUpload upload) {
    return upload.fields().stream()
        .filter(fields -> fields.source() == source)
        .map(SourcedFields::fields)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void findsEachPaperWithItsKindDateIdAndText() {
    CaseUpload upload = upload(text(APPLICATION + REVIEW, REQUEST, NOTE, NOTE_GOES_ON));

    assertEquals(
        List.of(
            paper("application-2017-01-09", DocumentType.APPLICATION, "2017-01-09", APPLICATION),
            paper(
                "utilization-review-2017-01-06",
                DocumentType.UTILIZATION_REVIEW,
                "2017-01-06",
                REVIEW),
            paper(
                "request-for-authorization-2016-12-29",
                DocumentType.REQUEST_FOR_AUTHORIZATION,
                "2016-12-29",
                REQUEST),
            paper(
                "progress-report-2016-12-28",
                DocumentType.PROGRESS_REPORT,
                "2016-12-28",
                NOTE + "\f" + NOTE_GOES_ON)),
        upload.documents());
  }

  private static CaseDocument paper(String id, DocumentType type, String date, String text) {
    return new CaseDocument(id, type, Optional.of(LocalDate.parse(date)), text, new TreeSet<>());
  }

  @Test
  void numbersPapersOfOneKindAndDay() {
    String other = NOTE.replace("PROGRESS NOTE", "MRI REPORT").replace("55", "56");
    CaseUpload upload =
        upload(text(NOTE, other, NOTE, "Progress note, page 2\nName: A. Nobody\nThe end."));

    assertEquals(
        List.of("progress-report-2016-12-28", "imaging-2016-12-28", "progress-report-2016-12-28-2"),
        upload.documents().stream().map(CaseDocument::id).toList());
  }

  @Test
  void readsTheItemsOfEachPaper() {
    CaseUpload upload = upload(text(APPLICATION + REVIEW, REQUEST));
    List<DisputedItem> wordings =
        List.of(DisputedItem.of("MRI of the lumbar spine"), DisputedItem.of("Naproxen 500mg #60"));

    assertEquals(
        List.of(
            wordings,
            List.of(
                new DisputedItem(
                    "MRI of the lumbar spine",
                    Optional.of(UtilizationDecision.DENIED),
                    List.of("MTUS Low Back Complaints 2004, Section(s): Special Studies"),
                    Optional.empty(),
                    Optional.empty()),
                new DisputedItem(
                    "Naproxen 500mg #60",
                    Optional.of(UtilizationDecision.MODIFIED),
                    List.of(),
                    Optional.of(BigDecimal.valueOf(30)),
                    Optional.empty())),
            wordings),
        upload.fields().stream().map(fields -> fields.fields().disputedItems()).toList());
  }

  @Test
  void readsDecisionsThatStandInSentences() {
    CaseUpload upload =
        upload(
            text(
                "Notice of Utilization Review Determination\nDate: 3/4/2016\n\nThe request for"
                    + " Lumbar brace is denied. The request\nfor Norco 10mg #90 has been modified"
                    + " to #60. The request for ibuprofen is approved.\n"));

    assertEquals(
        List.of("Lumbar brace DENIED", "Norco 10mg #90 MODIFIED"),
        from(FieldSource.UTILIZATION_REVIEW, upload).disputedItems().stream()
            .map(item -> item.description() + " " + item.urDecision().orElseThrow())
            .toList());
  }

  @Test
  void readsTheFieldsOfAnApplicationSeveralOnALine() {
    CaseFields fields = from(FieldSource.APPLICATION, upload(text(APPLICATION)));

    assertEquals(
        "EXPEDITED 2009-05-01 2017-01-06 77 A. Nobody 1961-02-03",
        fields.priority().orElseThrow()
            + " "
            + fields.dateOfInjury().orElseThrow()
            + " "
            + fields.urDecisionDate().orElseThrow()
            + " "
            + fields.claimNumber().orElseThrow()
            + " "
            + fields.employee().name().orElseThrow()
            + " "
            + fields.employee().dateOfBirth().orElseThrow());
  }

  @Test
  void readsAScannedLetterInACaseNumberAsZero() {
    assertEquals(
        Optional.of(new CaseNumber("CM17-0012345")), upload(text(APPLICATION)).caseNumber());
  }

  @Test
  void givesPagesWithoutTextToThePaperTheyFallIn() {
    String all = String.join("\f", APPLICATION, NOTE, "", NOTE_GOES_ON);
    CaseUpload upload = upload(new SubmittedFile.Text(all, new TreeSet<>(List.of(3)), List.of()));

    assertEquals(
        List.of(new TreeSet<Integer>(), new TreeSet<>(List.of(2))),
        upload.documents().stream().map(CaseDocument::unreadablePages).toList());
  }

  @Test
  void keepsATextWithoutAHeadingAsOnePaper() {
    assertEquals(
        List.of(
            new CaseDocument(
                "other", DocumentType.OTHER, Optional.empty(), "Some words.\n", new TreeSet<>())),
        upload(text("Some words.\n")).documents());
  }

  @Test
  void refusesTwoCaseNumbers() {
    assertEquals(
        Outcome.rejected(
            Code.TWO_WORKERS,
            "The file carries more than one IMR case number. Upload the papers of each case in a"
                + " file of their own."),
        reader.read(text(APPLICATION, APPLICATION.replace("O012345", "0054321")), "hash"));
  }

  @Test
  void refusesALabelledDateThatTheCalendarLacks() {
    assertEquals(
        Outcome.rejected(
            Code.INVALID_DATE,
            "The date beside \"date of injury\" is not in the calendar. Correct it and upload the"
                + " file again."),
        reader.read(text(APPLICATION.replace("5-1-09", "13-45-09")), "hash"));
  }

  @Test
  void refusesAnInjuryAfterTheReview() {
    assertEquals(
        Outcome.rejected(
            Code.IMPOSSIBLE_DATES,
            "The date of injury is later than the date of the utilization review decision."
                + " Correct the dates and upload the file again."),
        reader.read(text(APPLICATION.replace("5-1-09", "5-1-19")), "hash"));
  }

  @Test
  void splitsTheCitationsOfAFieldInJson() {
    var item =
        new DisputedItem(
            "Cane",
            Optional.empty(),
            List.of("MTUS Knee 2004, Section(s): Gait. Non-MTUS Citation ODG, Knee."),
            Optional.empty(),
            Optional.empty());
    CaseFields none = CaseFields.UNKNOWN;
    var fields =
        new CaseFields(
            Optional.of(new CaseNumber("CM17-0012345")),
            none.priority(),
            none.dateAssigned(),
            none.applicationReceived(),
            none.dateOfInjury(),
            none.requestDate(),
            none.urDecisionDate(),
            none.urServedDate(),
            none.urServiceMethod(),
            none.noticeDate(),
            none.noticeMethod(),
            none.recordsReceivedDate(),
            none.liabilityDisputed(),
            none.claimNumber(),
            none.employee(),
            none.requestingPhysician(),
            none.parties(),
            List.of(item));
    CaseUpload upload = upload(new SubmittedFile.Json(fields, List.of()));

    assertEquals(
        List.of("MTUS Knee 2004, Section(s): Gait", "Non-MTUS Citation ODG, Knee"),
        from(FieldSource.CASE_JSON, upload).disputedItems().getFirst().urGuidelines());
  }

  @Test
  void readsTheSampleCaseFileAlikeFromItsTextAndFromItsPapers() throws Exception {
    String sample = Files.readString(Path.of("../../events/case-file.txt"));
    CaseUpload fromText = upload(SharedFiles.file(sample));
    CaseUpload fromPapers =
        upload(new SubmittedFile.Json(CaseFields.UNKNOWN, fromText.documents()));

    assertEquals(
        fromText.fields(),
        fromPapers.fields().stream()
            .filter(fields -> fields.source() != FieldSource.CASE_JSON)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "  \n"})
  void readsTheSampleCaseFileAlikeWithAndWithoutBlanksAtLineEnds(String lineEnd) throws Exception {
    String sample = Files.readString(Path.of("../../events/case-file.txt"));
    CaseUpload upload = upload(SharedFiles.file(sample.replace("\n", lineEnd)));

    assertEquals(
        List.of(
            new DisputedItem(
                "Massage therapy to cervical spine (sessions) Qty 6",
                Optional.of(UtilizationDecision.DENIED),
                List.of(
                    "MTUS Neck and Upper Back Complaints 2004, Section(s): Initial Care",
                    "Non-MTUS Citation Official Disability Guidelines, Neck and Upper Back (Acute"
                        + " & Chronic) Massage"),
                Optional.empty(),
                Optional.empty()),
            new DisputedItem(
                "Hydrocodone/Acetaminophen 10mg Qty 120",
                Optional.of(UtilizationDecision.MODIFIED),
                List.of(
                    "MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioid hyperalgesia"),
                Optional.of(BigDecimal.valueOf(108)),
                Optional.empty())),
        from(FieldSource.UTILIZATION_REVIEW, upload).disputedItems());
  }
}
