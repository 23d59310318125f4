package org.openimr.intake;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.UploadState;
import org.openimr.procedure.ContentHash;
import org.openimr.reading.CaseReader;
import org.openimr.records.CloudFault;
import org.openimr.records.Commit;
import org.openimr.records.ObjectContent;
import org.openimr.records.ObjectStore;
import org.openimr.records.Redo;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;

/**
 * Takes uploads, each once, whatever repeats and in whatever order they come. S3 delivers events at
 * least once and in no order; bucket, key and version id name the content, so every version is an
 * upload of its own and the sequencer is only kept.
 */
final class Intake {
  /** At this delivery of a message its file is no longer opened: two have ended without answer. */
  private static final int LAST_ATTEMPT = 3;

  private final Uploads uploads;
  private final ObjectStore objects;
  private final Reading reading;
  private final long largest;
  private final Admission admission;
  private final InstantSource clock;

  /**
   * An intake.
   *
   * @param largest how many bytes an upload may have
   */
  Intake(
      Uploads uploads,
      ObjectStore objects,
      Reading reading,
      long largest,
      Admission admission,
      InstantSource clock) {
    this.uploads = uploads;
    this.objects = objects;
    this.reading = reading;
    this.largest = largest;
    this.admission = admission;
    this.clock = clock;
  }

  /** What a file held, once its bytes were fetched. */
  private record Opened(Optional<String> contentHash, Outcome<CaseReader.Read> read) {}

  /**
   * Takes an upload to its end: accepted, duplicate, precedent or rejected.
   *
   * @throws CloudFault if a service failed: the event must come again
   */
  void take(Arrival arrival, Delivery delivery) {
    var upload = Redo.untilDone("CountAttempt", () -> begin(arrival, delivery));
    if (upload.state() != UploadState.RECEIVED) {
      return;
    }
    try {
      if (delivery.ofMessage(upload.openings()) >= LAST_ATTEMPT) {
        admission.refuse(upload, tooOften(), Optional.empty());
        return;
      }
      var opened = open(upload);
      switch (opened.read) {
        case Outcome.Rejected<CaseReader.Read>(Rejection why) ->
            admission.refuse(upload, why, opened.contentHash);
        case Outcome.Accepted<CaseReader.Read>(CaseReader.Read read) ->
            admission.admit(upload, read, opened.contentHash.orElseThrow());
      }
    } catch (CloudFault fault) {
      takeBack(upload, delivery, fault);
      throw fault;
    }
  }

  /** The upload's row with this delivery noted; empty where another one came between. */
  private Optional<UploadRow> begin(Arrival arrival, Delivery delivery) {
    var known = uploads.find(arrival.id());
    if (known.isEmpty()) {
      var first =
          UploadRow.received(
              arrival.id(),
              arrival.object(),
              arrival.versionId(),
              arrival.sequencer(),
              arrival.size(),
              clock.instant());
      return noted(first, delivery, uploads::receive);
    }
    return known.get().state() == UploadState.RECEIVED
        ? noted(known.get(), delivery, uploads::write)
        : known;
  }

  /** The row with this delivery, written; empty where another one came between. */
  private Optional<UploadRow> noted(
      UploadRow before, Delivery delivery, Function<UploadRow, Commit> write) {
    var noted = before.opened(delivery.addedTo(before.openings()));
    try {
      return write.apply(noted) == Commit.DONE ? Optional.of(noted) : Optional.empty();
    } catch (CloudFault fault) {
      takeBack(noted, delivery, fault);
      throw fault;
    }
  }

  private Opened open(UploadRow upload) {
    try (var content = objects.open(upload.object(), upload.versionId()).orElse(null)) {
      if (content == null) {
        return refused(
            Code.OBJECT_MISSING, "The file was gone before it could be read. Upload it again.");
      }
      if (content.size() > largest) {
        return refused(
            Code.FILE_TOO_LARGE,
            "The file has more than "
                + largest / 1_000_000
                + " MB. Upload its papers in several smaller files.");
      }
      byte[] bytes = bytes(content);
      String hash = ContentHash.of(bytes);
      return new Opened(Optional.of(hash), reading.read(bytes, hash));
    } catch (IOException broken) {
      throw new CloudFault("GetObject", "Interrupted", broken);
    }
  }

  /** Reads into one array of the known size: a case file of 50 MB is in memory once, not twice. */
  private static byte[] bytes(ObjectContent content) throws IOException {
    byte[] bytes = new byte[(int) content.size()];
    if (content.stream().readNBytes(bytes, 0, bytes.length) < bytes.length) {
      throw new IOException("the object ended early");
    }
    return bytes;
  }

  private static Opened refused(Code code, String detail) {
    return new Opened(Optional.empty(), Outcome.rejected(code, detail));
  }

  private static Rejection tooOften() {
    return new Rejection(
        Code.PROCESSING_FAILED,
        "Reading the file failed "
            + (LAST_ATTEMPT - 1)
            + " times. Staff has been told; save the file anew, as PDF or text, and upload it"
            + " again.");
  }

  /** A service error is no fault of the file: its attempt does not count. */
  private void takeBack(UploadRow noted, Delivery delivery, CloudFault fault) {
    try {
      Redo.untilDone("TakeBackAttempt", () -> takenBack(noted.id(), delivery));
    } catch (CloudFault again) {
      fault.addSuppressed(again);
    }
  }

  private Optional<Commit> takenBack(String id, Delivery delivery) {
    var now = uploads.find(id).filter(row -> row.state() == UploadState.RECEIVED);
    var after = now.map(row -> row.opened(delivery.takenFrom(row.openings())));
    boolean stands = after.map(UploadRow::openings).equals(now.map(UploadRow::openings));
    return stands
        ? Optional.of(Commit.DONE)
        : after.map(uploads::write).filter(Commit.DONE::equals);
  }
}
