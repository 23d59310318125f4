package org.openimr.intake;

import java.nio.ByteBuffer;
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
  private final Originals originals;
  private final Reading reading;
  private final Optional<Scans> scans;
  private final Admission admission;
  private final InstantSource clock;

  /**
   * An intake.
   *
   * @param scans what is done with pages that are only pictures; empty where they stay unreadable
   */
  Intake(
      Uploads uploads,
      Originals originals,
      Reading reading,
      Optional<Scans> scans,
      Admission admission,
      InstantSource clock) {
    this.uploads = uploads;
    this.originals = originals;
    this.reading = reading;
    this.scans = scans;
    this.admission = admission;
    this.clock = clock;
  }

  /** How pages are found that are only pictures, and how they are sent to be recognised. */
  record Scans(Scanning scanning, Recognising recognising) {}

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
        case Outcome.Rejected<CaseReader.Read>(Rejection why) when holds(upload, why) -> {}
        case Outcome.Rejected<CaseReader.Read>(Rejection why) ->
            admission.refuse(upload, why, opened.contentHash);
        case Outcome.Accepted<CaseReader.Read>(CaseReader.Read read) ->
            admission.admit(upload, read, opened.contentHash.orElseThrow());
      }
      scans.ifPresent(with -> with.recognising().begin(upload.id()));
    } catch (CloudFault fault) {
      takeBack(upload, delivery, fault);
      throw fault;
    }
  }

  /** A scan is not refused before its text has come: it stays RECEIVED until then. */
  private boolean holds(UploadRow upload, Rejection why) {
    return scans.filter(with -> with.scanning().holds(upload, why)).isPresent();
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
    return switch (originals.read(upload, bytes -> opened(upload, bytes))) {
      case Outcome.Rejected<Opened>(Rejection why) ->
          new Opened(Optional.empty(), new Outcome.Rejected<>(why));
      case Outcome.Accepted<Opened>(Opened opened) -> opened;
    };
  }

  private Opened opened(UploadRow upload, ByteBuffer bytes) {
    String hash = ContentHash.of(bytes);
    return new Opened(Optional.of(hash), read(upload, bytes, hash));
  }

  private Outcome<CaseReader.Read> read(UploadRow upload, ByteBuffer bytes, String hash) {
    return scans
        .map(with -> with.scanning().first(upload, bytes, hash))
        .orElseGet(() -> reading.read(bytes, hash));
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
