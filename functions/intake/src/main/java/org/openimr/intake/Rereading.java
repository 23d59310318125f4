package org.openimr.intake;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.ContentHash;
import org.openimr.reading.CaseReader;
import org.openimr.records.Bodies;
import org.openimr.records.CaseEvent;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import org.openimr.records.CloudFault;
import org.openimr.records.Commit;
import org.openimr.records.Journal;
import org.openimr.records.RecognitionRow;
import org.openimr.records.RecognitionRow.State;
import org.openimr.records.Recognitions;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;

/**
 * Reads an upload again when the text of its pages has come, or will never come, and ends its
 * recognition: once, with an event of the case, whatever repeats. An upload that waited for its
 * text is admitted or refused as any other.
 */
final class Rereading {
  private static final String ACTOR = "recognition";

  /** So often a file is read again that gives no end: it may have ended the process. */
  private static final int LAST_ATTEMPT = 2;

  private final Recognitions recognitions;
  private final Uploads uploads;
  private final Cases cases;
  private final Bodies bodies;
  private final Originals originals;
  private final Scanning scanning;
  private final Admission admission;
  private final Readmission readmission;
  private final InstantSource clock;
  private final Journal journal;

  Rereading(
      Recognitions recognitions,
      Uploads uploads,
      Cases cases,
      Bodies bodies,
      Originals originals,
      Scanning scanning,
      Admission admission,
      Readmission readmission,
      InstantSource clock,
      Journal journal) {
    this.recognitions = recognitions;
    this.uploads = uploads;
    this.cases = cases;
    this.bodies = bodies;
    this.originals = originals;
    this.scanning = scanning;
    this.admission = admission;
    this.readmission = readmission;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * Ends a recognition of which nothing more will come.
   *
   * @throws CloudFault if a service failed: the message must come again
   */
  void settle(RecognitionRow open, ScanWork work) {
    var upload = uploads.find(open.upload()).orElseThrow();
    if (open.attempts() >= LAST_ATTEMPT) {
      giveUp(upload);
      close(open, State.NOT_READ);
      return;
    }
    var counted = open.attempted(open.attempts() + 1, clock.instant());
    if (recognitions.write(counted) == Commit.REFUSED) {
      // Another message is at it.
      throw new CloudFault("Settle", "Contention", new IllegalStateException("refused"));
    }
    try {
      close(counted, read(upload, work));
    } catch (CloudFault fault) {
      // A service error is no fault of the file: its attempt does not count.
      recognitions.write(counted.attempted(open.attempts(), clock.instant()));
      throw fault;
    }
  }

  private void giveUp(UploadRow upload) {
    if (upload.state() == UploadState.RECEIVED) {
      admission.refuse(
          upload,
          new Rejection(
              Code.PROCESSING_FAILED,
              "Reading the file with the text of its scanned pages failed. Staff has been told;"
                  + " upload it again as text, or as a PDF with text."),
          Optional.empty());
    }
  }

  private State read(UploadRow upload, ScanWork work) {
    var scans = new RecordedScans(work, bodies);
    if (scans.pages() == 0 && upload.state() == UploadState.ACCEPTED) {
      return State.NOT_READ;
    }
    return switch (originals.read(upload, bytes -> read(upload, bytes, scans, work))) {
      case Outcome.Accepted<State>(State state) -> state;
      case Outcome.Rejected<State>(Rejection why) -> kept(upload, why, Optional.empty());
    };
  }

  private State read(UploadRow upload, ByteBuffer bytes, RecordedScans scans, ScanWork work) {
    String hash = ContentHash.of(bytes);
    return switch (scanning.again(scans, bytes, hash)) {
      case Outcome.Rejected<CaseReader.Read>(Rejection why) -> kept(upload, why, Optional.of(hash));
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read read)
          when upload.state() == UploadState.RECEIVED -> {
        admission.admit(upload, read, hash);
        yield state(scans, work);
      }
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read read) ->
          switch (readmission.take(upload, read)) {
            case Outcome.Accepted<UploadRow> _ -> state(scans, work);
            case Outcome.Rejected<UploadRow> _ -> State.NOT_READ;
          };
    };
  }

  /** An upload that is in its case stays as it is; one that waited is refused. */
  private State kept(UploadRow upload, Rejection why, Optional<String> hash) {
    if (upload.state() == UploadState.RECEIVED) {
      admission.refuse(upload, why, hash);
    }
    return State.NOT_READ;
  }

  private static State state(RecordedScans scans, ScanWork work) {
    int wanted = work.files().stream().mapToInt(file -> file.pages().size()).sum();
    return scans.pages() == wanted ? State.READ : State.PARTLY_READ;
  }

  private void close(RecognitionRow open, State as) {
    var after = open.closed(as, clock.instant());
    var events = event(open.upload(), as).stream().toArray(CaseEvent[]::new);
    if (recognitions.write(after, events) == Commit.REFUSED) {
      throw new CloudFault("Close", "Contention", new IllegalStateException("refused"));
    }
    var kind =
        as == State.NOT_READ ? Journal.Kind.RECOGNITION_FAILED : Journal.Kind.RECOGNITION_DONE;
    journal.note(Journal.Entry.of(kind, after));
  }

  /** What the case is told; an upload that was refused is of none. */
  private Optional<CaseEvent> event(String upload, State as) {
    return uploads
        .find(upload)
        .filter(row -> row.state() == UploadState.ACCEPTED)
        .flatMap(UploadRow::caseNumber)
        .flatMap(cases::head)
        .map(head -> event(head, upload, as));
  }

  private CaseEvent event(CaseHead head, String upload, State as) {
    return new CaseEvent(
        head.caseNumber(),
        clock.instant(),
        "recognition-" + upload,
        ACTOR,
        "PAGES_" + as,
        head.revision(),
        head.state(),
        upload);
  }
}
