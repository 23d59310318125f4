package org.openimr.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Code;
import org.openimr.casefile.Recognition;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.ContentHash;
import org.openimr.records.CaseEvent;
import org.openimr.records.Cases;
import org.openimr.records.ObjectName;
import org.openimr.records.RecognitionRow;
import org.openimr.records.Settings;
import org.openimr.records.memory.Faults;

class RecognitionHandlerTest extends RecognitionDesk {
  @Test
  void takesAFileAtOnceAndItsScannedPageWhenItsTextHasCome() {
    upload(KEY, Scans.pdf(REPORT, Scans.PICTURE));
    textract.answering("first-page-of-answer.json", "last-page-of-answer.json");
    var before = documents();
    assertEquals(List.of(), answered("job-1"));

    assertEquals(List.of(2), List.copyOf(before.getFirst().unreadablePages()));
    assertEquals(REPORT + "\n\f" + TABLE, text());
    assertEquals(
        Recognition.of(Map.of(2, List.of(99, 71, 96, 94))), documents().getFirst().recognition());
    assertEquals(2, head().revision());
    assertEquals(
        List.of(
            "PAGES_READ: " + id(KEY),
            "REVISION_CHANGED: documentsAdded=1 documentsRemoved=1 duplicatesAdded=0"
                + " fieldsChanged=0 conflictsAdded=0 pagesRecognised=1",
            "REVISION_CUT: " + id(KEY),
            "REVISION_CUT: " + id(KEY)),
        events());
  }

  @Test
  void asksForTheUploadedVersionAndMarksTheRequestWithTheUpload() {
    upload(KEY, Scans.pdf(REPORT, Scans.PICTURE));
    var asked = textract.started().getFirst();
    assertEquals(
        List.of(KEY, "1", id(KEY), id(KEY)),
        List.of(
            asked.path("DocumentLocation").path("S3Object").path("Name").asText(),
            asked.path("DocumentLocation").path("S3Object").path("Version").asText(),
            asked.path("ClientRequestToken").asText(),
            asked.path("JobTag").asText()));
  }

  @Test
  void changesNothingWhenAnAnswerComesAgain() {
    upload(KEY, Scans.pdf(REPORT, Scans.PICTURE));
    textract.answering("first-page-of-answer.json", "last-page-of-answer.json");
    answered("job-1");
    var rows = table.rows();
    answered("job-1");
    answered("another");
    tick();
    assertEquals(rows, table.rows());
  }

  @Test
  void holdsAScanUntilItsTextHasCome() {
    upload("incoming/scan", Scans.pdf(Scans.PICTURE));
    assertEquals(UploadState.RECEIVED, row("incoming/scan").state());
    assertEquals(Optional.empty(), new Cases(table).head(CASE));

    textract.answering("whole-scan.json");
    deliver(message("incoming/scan", "job-1"));

    assertEquals(UploadState.ACCEPTED, row("incoming/scan").state());
    assertEquals(1, head().revision());
    assertEquals(Optional.of(RecognitionRow.State.READ), state("incoming/scan"));
  }

  @Test
  void refusesAScanOfWhichNothingCouldBeRead() {
    upload(KEY, Scans.pdf(Scans.PICTURE));
    textract.answering("failed.json");
    answered("job-1");
    assertEquals(Optional.of(Code.NO_TEXT_LAYER), row(KEY).reason().map(Rejection::code));
    assertEquals(Optional.of(RecognitionRow.State.NOT_READ), state(KEY));
  }

  @Test
  void tellsTheCaseThatPagesStayUnread() {
    upload(KEY, Scans.pdf(REPORT, Scans.PICTURE));
    textract.answering("failed.json");
    answered("job-1");
    assertEquals(List.of("PAGES_NOT_READ: " + id(KEY), "REVISION_CUT: " + id(KEY)), events());
    assertEquals(1, head().revision());
  }

  @Test
  void takesThePagesThatCouldBeRead() {
    upload(KEY, Scans.pdf(REPORT, Scans.PICTURE, Scans.PICTURE));
    textract.answering("partial.json");
    answered("job-1");
    assertEquals(Optional.of(RecognitionRow.State.PARTLY_READ), state(KEY));
    assertEquals(
        List.of(List.of(3)),
        documents().stream().map(d -> List.copyOf(d.unreadablePages())).toList());
  }

  @Test
  void sendsAgainWhatTheServiceWasTooBusyFor() {
    textract.refusing("limit-exceeded.json", "internal-error.json");
    upload(KEY, Scans.pdf(REPORT, Scans.PICTURE));
    assertEquals(UploadState.ACCEPTED, row(KEY).state());
    assertEquals(List.of("timer"), tick());
    tick();
    assertEquals(List.of("job-1"), textract.jobs());
  }

  @Test
  void asksForAnAnswerThatNobodyToldOf() {
    upload(KEY, Scans.pdf(REPORT, Scans.PICTURE));
    textract.answering("first-page-of-answer.json", "last-page-of-answer.json");
    tick();
    assertEquals(2, head().revision());
  }

  @Test
  void recordsAJobThatTheServiceHasForgotten() {
    upload(KEY, Scans.pdf(REPORT, Scans.PICTURE));
    textract.answering("invalid-job-id.json");
    tick();
    assertEquals(Optional.of(RecognitionRow.State.NOT_READ), state(KEY));
  }

  @Test
  void doesNotWaitForEver() {
    upload(KEY, Scans.pdf(REPORT, Scans.PICTURE));
    now = now.plus(Duration.ofDays(7));
    tick();
    assertEquals(Optional.of(RecognitionRow.State.NOT_READ), state(KEY));
  }

  @Test
  void putsThePdfsOfAnArchiveWhereTheServiceFindsThem() {
    byte[] one = Scans.pdf(REPORT, Scans.PICTURE);
    byte[] other = Scans.pdf(Scans.PICTURE, Scans.PICTURE);
    upload(KEY, Scans.zip(one, other));
    assertEquals(
        List.of(
            "imr-derived/scans/" + ContentHash.of(one) + ".pdf",
            "imr-derived/scans/" + ContentHash.of(other) + ".pdf"),
        textract.started().stream()
            .map(asked -> asked.path("DocumentLocation").path("S3Object"))
            .map(o -> o.path("Bucket").asText() + "/" + o.path("Name").asText())
            .toList());
    assertEquals(2, textract.jobs().size());
  }

  @Test
  void endsInTheSameContentForAnyOrderOfAnswers() {
    byte[] archive =
        Scans.zip(Scans.pdf(REPORT, Scans.PICTURE), Scans.pdf(Scans.PICTURE, Scans.PICTURE));
    upload(KEY, archive);
    textract.answering("first-page-of-answer.json", "last-page-of-answer.json");
    answered("job-1");
    answered("job-2");
    var other = new RecognitionHandlerTest();
    other.upload(KEY, archive);
    other.textract.answering("first-page-of-answer.json", "last-page-of-answer.json");
    other.answered("job-2");
    other.answered("job-2");
    other.answered("job-1");
    assertEquals(head().caseFile(), other.head().caseFile());
    assertEquals(2, head().revision());
  }

  @Test
  void asksNothingMoreForAnUploadThatWasRefused() {
    upload(KEY, Scans.pdf(REPORT.replace("0000001", "0000009"), Scans.PICTURE));
    assertEquals(UploadState.REJECTED, row(KEY).state());
    assertEquals(Optional.of(RecognitionRow.State.NEEDLESS), state(KEY));
    assertEquals(List.of(), textract.jobs());
  }

  @Test
  void leavesAnUploadAsItWasWhoseScannedPageNamesAnotherCase() {
    upload(KEY, Scans.pdf(REPORT, Scans.PICTURE));
    var before = head();
    textract.answering("of-another-case.json");
    answered("job-1");
    assertEquals(before, head());
    assertEquals(Optional.of(RecognitionRow.State.NOT_READ), state(KEY));
  }

  @Test
  void keepsTheTextForASettledCaseWithoutARevision() {
    upload(KEY, Scans.pdf(REPORT, Scans.PICTURE));
    var body = row(KEY).body();
    var closed = closed(head());
    new Cases(table).startAgain(head(), closed, CaseEvent.of(closed, "staff", "CLOSED", "test"));
    textract.answering("first-page-of-answer.json", "last-page-of-answer.json");
    answered("job-1");
    assertEquals(1, head().revision());
    assertTrue(events().contains("LATE_TEXT: " + id(KEY)), events()::toString);
    assertTrue(!row(KEY).body().equals(body), "the upload has its text");
  }

  @Test
  void ignoresAMessageOfAnotherKind() {
    assertEquals(List.of(), deliver("no json"));
    assertEquals(List.of(), deliver("{}"));
  }

  @Test
  void endsInTheSameContentWhicheverCallFails() {
    byte[] archive =
        Scans.zip(Scans.pdf(REPORT, Scans.PICTURE), Scans.pdf(Scans.PICTURE, Scans.PICTURE));
    var calm = new RecognitionHandlerTest();
    int calls = calm.storm(archive, new Faults(0, false));
    for (int failing = 1; failing <= calls; failing++) {
      long t0 = System.nanoTime();
      for (boolean after : List.of(false, true)) {
        var stormy = new RecognitionHandlerTest();
        stormy.storm(archive, new Faults(failing, after));
        assertEquals(
            List.of(calm.head().caseFile(), calm.state(KEY), List.of("job-1", "job-2")),
            List.of(stormy.head().caseFile(), stormy.state(KEY), stormy.textract.jobs()),
            "call " + failing + (after ? " after" : " before"));
      }
      System.out.println(
          "DBG " + failing + " of " + calls + " " + (System.nanoTime() - t0) / 1000000);
    }
  }

  /** Takes an archive and its text, with one fault, until nothing comes back any more. */
  private int storm(byte[] archive, Faults faults) {
    var place = new ObjectName(Settings.EMBEDDED.caseFiles(), KEY);
    objects.put(place, archive, "application/octet-stream");
    var intake = intake(faults);
    int receipt = 1;
    while (!intake.handleRequest(created(KEY, receipt++), null).getBatchItemFailures().isEmpty()) {}
    textract.answering("first-page-of-answer.json", "last-page-of-answer.json");
    var recognition = recognition(faults);
    for (String job : List.of("job-1", "job-2", "job-1")) {
      recognition.handleRequest(batch("m", message(KEY, job)), null);
    }
    for (int i = 0; i < 3; i++) {
      now = now.plus(Duration.ofMinutes(15));
      recognition.handleRequest(batch("timer", "{\"recognition\": \"go-on\"}"), null);
    }
    return faults.calls();
  }
}
