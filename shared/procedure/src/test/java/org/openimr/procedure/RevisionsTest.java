package org.openimr.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openimr.procedure.Papers.CASE;
import static org.openimr.procedure.Papers.dates;
import static org.openimr.procedure.Papers.decided;
import static org.openimr.procedure.Papers.items;
import static org.openimr.procedure.Papers.paper;
import static org.openimr.procedure.Papers.upload;
import static org.openimr.procedure.Papers.worker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Code;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.FieldConflict;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.UtilizationDecision;

class RevisionsTest {
  private static final DisputedItem MASSAGE = DisputedItem.of("Massage, cervical spine, Qty 6");
  private static final DisputedItem OPIOID = DisputedItem.of("Hydrocodone 10mg Qty 120");

  @Test
  void givesTheSameRevisionForAnyOrderAndRepetitionOfUploads() {
    var uploads =
        List.of(
            upload(
                FieldSource.APPLICATION,
                items(MASSAGE, OPIOID),
                paper("a", DocumentType.APPLICATION, "2015-10-28", "application")),
            upload(
                FieldSource.UTILIZATION_REVIEW,
                items(decided("Massage cervical spine Qty 6", UtilizationDecision.DENIED, 0)),
                paper("u", DocumentType.UTILIZATION_REVIEW, "2015-10-21", "decision")),
            upload(
                FieldSource.UTILIZATION_REVIEW,
                dates(Optional.of("2009-05-01"), Optional.of("2015-10-20")),
                paper("u", DocumentType.UTILIZATION_REVIEW, "2015-10-21", "decision, again")),
            upload(
                "z",
                FieldSource.RECORDS,
                dates(Optional.of("2009-05-02"), Optional.empty()),
                paper("p", DocumentType.PROGRESS_REPORT, "2015-10-13", "report"),
                paper("q", DocumentType.PROGRESS_REPORT, "2015-10-13", "decision")));
    var random = new Random(4);
    var seen = new HashSet<Outcome<CaseFile>>();
    for (int i = 0; i < 200; i++) {
      var shuffled = new ArrayList<CaseUpload>(uploads);
      for (int again = random.nextInt(5); again > 0; again--) {
        shuffled.add(uploads.get(random.nextInt(uploads.size())));
      }
      Collections.shuffle(shuffled, random);
      seen.add(Revisions.cut(CASE, shuffled));
    }
    assertEquals(1, seen.size());
  }

  @Test
  void ordersPapersByDateAndTypeAndKeepsOneOfEachText() {
    var early = paper("x", DocumentType.PROGRESS_REPORT, "2015-09-01", "one");
    var late = paper("x", DocumentType.PROGRESS_REPORT, "2015-10-01", "two");
    var copy = paper("y", DocumentType.PROGRESS_REPORT, "2015-10-01", "one");
    var file = accepted(upload("u", FieldSource.RECORDS, CaseFields.UNKNOWN, late, copy, early));
    assertEquals(
        List.of(early, paper("x-2", DocumentType.PROGRESS_REPORT, "2015-10-01", "two")),
        file.documents());
    assertEquals(Map.of("y", early), file.duplicates());
  }

  @Test
  void keepsTwoScansWithoutTextApart() {
    var one = scan("s1");
    var two = scan("s2");
    var file = accepted(upload("u", FieldSource.RECORDS, CaseFields.UNKNOWN, one, two));
    assertEquals(List.of(one, two), file.documents());
  }

  @Test
  void takesFieldsFromTheHighestSourceAndKeepsWhatLost() {
    var file =
        accepted(
            upload(
                FieldSource.RECORDS,
                dates(Optional.of("2009-05-02"), Optional.empty()),
                paper("p", DocumentType.PROGRESS_REPORT, "2015-10-13", "report")),
            upload(
                FieldSource.APPLICATION,
                dates(Optional.of("2009-05-01"), Optional.empty()),
                paper("a", DocumentType.APPLICATION, "2015-10-28", "application")));
    assertEquals(Optional.of(LocalDate.parse("2009-05-01")), file.fields().dateOfInjury());
    assertEquals(
        List.of(
            new FieldConflict(
                "dateOfInjury", FieldSource.APPLICATION, FieldSource.RECORDS, "2009-05-02")),
        file.conflicts());
  }

  @Test
  void completesItemsOfTheApplicationFromTheUtilizationReview() {
    var file =
        accepted(
            upload(
                FieldSource.APPLICATION,
                items(MASSAGE, OPIOID, DisputedItem.of("MRI cervical spine")),
                paper("a", DocumentType.APPLICATION, "2015-10-28", "application")),
            upload(
                FieldSource.UTILIZATION_REVIEW,
                items(
                    decided("MRI lumbar spine", UtilizationDecision.DENIED, 1),
                    decided("Hydrocodone 10 mg, #120", UtilizationDecision.MODIFIED, 108),
                    decided("Massage of the neck, Qty 6", UtilizationDecision.DENIED, 0)),
                paper("u", DocumentType.UTILIZATION_REVIEW, "2015-10-21", "decision")));
    assertEquals(
        List.of(
            decided(MASSAGE.description(), UtilizationDecision.DENIED, 0),
            decided(OPIOID.description(), UtilizationDecision.MODIFIED, 108),
            DisputedItem.of("MRI cervical spine")),
        file.fields().disputedItems());
  }

  @Test
  void completesAShortWordingFromALongerOneThatHoldsIt() {
    var file =
        accepted(
            upload(
                FieldSource.APPLICATION,
                items(DisputedItem.of("Neck MRI"), DisputedItem.of("Therapy")),
                paper("a", DocumentType.APPLICATION, "2015-10-28", "application")),
            upload(
                FieldSource.UTILIZATION_REVIEW,
                items(
                    decided(
                        "Aquatic therapy for the knee, 12 visits", UtilizationDecision.DENIED, 0),
                    decided(
                        "MRI of the cervical spine without contrast, Qty 1",
                        UtilizationDecision.DENIED,
                        0),
                    decided(
                        "Therapy with a psychologist, 6 visits", UtilizationDecision.DENIED, 0)),
                paper("u", DocumentType.UTILIZATION_REVIEW, "2015-10-21", "decision")));
    assertEquals(
        List.of(decided("Neck MRI", UtilizationDecision.DENIED, 0), DisputedItem.of("Therapy")),
        file.fields().disputedItems());
  }

  @Test
  void leavesOutWhatTheUtilizationReviewApproved() {
    var denied = decided("Massage cervical spine Qty 6", UtilizationDecision.DENIED, 0);
    var file =
        accepted(
            upload(
                FieldSource.UTILIZATION_REVIEW,
                items(decided("Office visit", UtilizationDecision.APPROVED, 1), denied),
                paper("u", DocumentType.UTILIZATION_REVIEW, "2015-10-21", "decision")));
    assertEquals(List.of(denied), file.fields().disputedItems());
  }

  @Test
  void refusesAPaperWhoseDatesCannotBe() {
    var outcome =
        Revisions.cut(
            CASE,
            List.of(
                upload(
                    FieldSource.CASE_JSON,
                    dates(Optional.of("2016-01-01"), Optional.of("2015-10-21")),
                    paper("p", DocumentType.PROGRESS_REPORT, "2015-10-13", "report"))));
    assertEquals(Optional.of(Code.IMPOSSIBLE_DATES), code(outcome));
  }

  @Test
  void setsAsideTheLessTrustedOfTwoDatesThatCannotBothBe() {
    var file =
        accepted(
            upload(
                FieldSource.UTILIZATION_REVIEW,
                dates(Optional.empty(), Optional.of("2015-10-21")),
                paper("u", DocumentType.UTILIZATION_REVIEW, "2015-10-21", "decision")),
            upload(
                FieldSource.RECORDS,
                dates(Optional.of("2016-01-01"), Optional.empty()),
                paper("p", DocumentType.PROGRESS_REPORT, "2015-10-13", "report")));
    assertEquals(dates(Optional.empty(), Optional.of("2015-10-21")), unnumbered(file.fields()));
  }

  @Test
  void setsAsidePapersOfAnotherWorkerWhereTheApplicationSaysWhoseTheCaseIs() {
    var application = paper("a", DocumentType.APPLICATION, "2015-10-28", "application");
    var file =
        accepted(
            upload(FieldSource.APPLICATION, worker("Ann Example", "1961-03-14"), application),
            upload(
                FieldSource.RECORDS,
                worker("Bo Other", "1970-01-01"),
                paper("p", DocumentType.PROGRESS_REPORT, "2015-10-13", "report")));
    assertEquals(List.of(application), file.documents());
    assertEquals(
        List.of(new FieldConflict("documents", FieldSource.APPLICATION, FieldSource.RECORDS, "p")),
        file.conflicts());
  }

  @Test
  void refusesPapersOfTwoWorkersWhereNothingSaysWhoseTheCaseIs() {
    var outcome =
        Revisions.cut(
            CASE,
            List.of(
                upload(
                    FieldSource.RECORDS,
                    worker("Ann Example", "1961-03-14"),
                    paper("p", DocumentType.PROGRESS_REPORT, "2015-10-13", "report")),
                upload(
                    FieldSource.RECORDS,
                    worker("Bo Other", "1970-01-01"),
                    paper("q", DocumentType.PROGRESS_REPORT, "2015-10-14", "other report"))));
    assertEquals(Optional.of(Code.TWO_WORKERS), code(outcome));
  }

  @Test
  void takesAMistypedDateOfBirthForAConflictAndNotForAnotherWorker() {
    var file =
        accepted(
            upload(
                FieldSource.APPLICATION,
                worker("Ann Q. Example", "1961-03-14"),
                paper("a", DocumentType.APPLICATION, "2015-10-28", "application")),
            upload(
                FieldSource.RECORDS,
                worker("EXAMPLE, ANN", "1961-03-15"),
                paper("p", DocumentType.PROGRESS_REPORT, "2015-10-13", "report")));
    assertEquals(2, file.documents().size());
  }

  @Test
  void refusesAFileThatNamesAnotherCase() {
    var upload =
        new CaseUpload(
            "00", Optional.of(new CaseNumber("CM15-0000002")), List.of(), List.of(scan("s")));
    assertEquals(
        Optional.of(Code.CASE_NUMBER_MISMATCH), code(Revisions.cut(CASE, List.of(upload))));
  }

  private static CaseDocument scan(String id) {
    return new CaseDocument(
        id, DocumentType.OTHER, Optional.empty(), "", new TreeSet<>(List.of(1)));
  }

  private static CaseFields unnumbered(CaseFields fields) {
    return Papers.fields(
        fields.employee(), fields.dateOfInjury(), fields.urDecisionDate(), fields.disputedItems());
  }

  private static CaseFile accepted(CaseUpload... uploads) {
    return switch (Revisions.cut(CASE, List.of(uploads))) {
      case Outcome.Accepted<CaseFile>(CaseFile file) -> file;
      case Outcome.Rejected<CaseFile>(var rejection) ->
          throw new AssertionError("refused: " + rejection.code());
    };
  }

  private static Optional<Code> code(Outcome<CaseFile> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<CaseFile> taken -> Optional.empty();
      case Outcome.Rejected<CaseFile>(var rejection) -> Optional.of(rejection.code());
    };
  }
}
