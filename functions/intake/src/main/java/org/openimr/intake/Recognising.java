package org.openimr.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openimr.procedure.ContentHash;
import org.openimr.records.Bodies;
import org.openimr.records.CloudFault;
import org.openimr.records.Journal;
import org.openimr.records.RecognitionRow;
import org.openimr.records.Recognitions;
import org.openimr.records.Redo;
import org.openimr.records.UploadRow;
import org.openimr.records.Uploads;

/**
 * Goes on with text recognitions: sends what was not sent, asks for what was, and hands over when
 * nothing more will come. What a message says of a job is only a hint to ask; so lost, repeated and
 * misordered messages change nothing, and the timer makes up for the lost ones.
 */
final class Recognising {
  /** So long Textract knows a job; what is open then has no answer any more. */
  private static final Duration FORGOTTEN = Duration.ofDays(7);

  /** Younger recognitions are left to their messages. */
  private static final Duration UNTOUCHED = Duration.ofMinutes(10);

  /** So many are gone on with at a time; the next time begins with the others. */
  private static final int AT_A_TIME = 25;

  private final Recognitions recognitions;
  private final Uploads uploads;
  private final Bodies bodies;
  private final TextDetection service;
  private final Rereading rereading;
  private final InstantSource clock;
  private final Journal journal;

  Recognising(
      Recognitions recognitions,
      Uploads uploads,
      Bodies bodies,
      TextDetection service,
      Rereading rereading,
      InstantSource clock,
      Journal journal) {
    this.recognitions = recognitions;
    this.uploads = uploads;
    this.bodies = bodies;
    this.service = service;
    this.rereading = rereading;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * Sends the pages of an upload for the first time. What fails is noted only: the recognition is
   * open, and the timer sends it again.
   */
  void begin(String upload) {
    try {
      goOn(upload, job -> false);
    } catch (CloudFault fault) {
      journal.note(Journal.Entry.of(fault));
    }
  }

  /**
   * Goes on with the recognition of an upload, after its service has said that a job is done.
   *
   * @throws CloudFault if a service failed: the message must come again
   */
  void answered(String upload, String job) {
    goOn(upload, job::equals);
  }

  /**
   * Goes on with all that nobody has touched for a while.
   *
   * @throws CloudFault if a service failed on one of them; the others are gone on with all the same
   */
  void goOnWithAll() {
    var faults = new ArrayList<CloudFault>();
    for (RecognitionRow row : untouched()) {
      try {
        goOn(row.upload(), job -> true);
      } catch (CloudFault fault) {
        faults.add(fault);
      }
    }
    if (!faults.isEmpty()) {
      throw faults.getFirst();
    }
  }

  private List<RecognitionRow> untouched() {
    return recognitions.openSince(clock.instant().minus(UNTOUCHED)).stream()
        .limit(AT_A_TIME)
        .toList();
  }

  private void goOn(String id, Predicate<String> asked) {
    var row = Redo.untilDone("Recognise", () -> step(id, asked));
    row.filter(Recognising::open)
        .filter(open -> work(open).ended())
        .ifPresent(open -> rereading.settle(open, work(open)));
  }

  private static boolean open(RecognitionRow row) {
    return row.state() == RecognitionRow.State.OPEN;
  }

  private ScanWork work(RecognitionRow row) {
    return bodies.get(row.work(), ScanWork.class);
  }

  /** The row after a step; empty within where there is none, empty where it was refused. */
  private Optional<Optional<RecognitionRow>> step(String id, Predicate<String> asked) {
    var before = recognitions.find(id).filter(Recognising::open);
    if (before.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    var row = before.get();
    var upload = uploads.find(id).filter(Recognising::wanted);
    var after =
        upload
            .map(of -> row.worked(bodies.put(next(row, of, asked)), clock.instant()))
            .orElseGet(() -> row.closed(RecognitionRow.State.NEEDLESS, clock.instant()));
    return switch (recognitions.write(after)) {
      case DONE -> Optional.of(Optional.of(after));
      case REFUSED -> Optional.empty();
    };
  }

  /** One that was refused, or is a copy, needs no text. */
  private static boolean wanted(UploadRow upload) {
    return switch (upload.state()) {
      case RECEIVED, ACCEPTED -> true;
      case DUPLICATE, PRECEDENT, REJECTED -> false;
    };
  }

  private ScanWork next(RecognitionRow row, UploadRow upload, Predicate<String> asked) {
    var sender = new Sender(row, upload);
    boolean forgotten = row.openedAt().plus(FORGOTTEN).isBefore(now());
    return work(row)
        .each(
            file -> {
              if (file.ended()) {
                return file;
              }
              if (file.job().isEmpty()) {
                return forgotten ? file.failed("NOT_SENT") : sender.sent(file);
              }
              return file.job()
                  .filter(asked)
                  .map(job -> answered(file, job, forgotten))
                  .orElse(file);
            });
  }

  private Instant now() {
    return clock.instant();
  }

  private ScanWork.File answered(ScanWork.File file, String job, boolean forgotten) {
    return switch (service.answer(job)) {
      case TextDetection.Answer.Running _ -> forgotten ? file.failed("NOT_ANSWERED") : file;
      case TextDetection.Answer.Failed(String code) -> file.failed(code);
      case TextDetection.Answer.Read(RecognisedPages pages) -> {
        var wanted = new TreeMap<>(pages.pages());
        wanted.keySet().retainAll(file.pages());
        yield file.read(bodies.put(new RecognisedPages(wanted)));
      }
    };
  }

  /** Sends the files of one upload until the service has enough. */
  private final class Sender {
    private final RecognitionRow row;
    private final UploadRow upload;
    private boolean busy;

    Sender(RecognitionRow row, UploadRow upload) {
      this.row = row;
      this.upload = upload;
    }

    ScanWork.File sent(ScanWork.File file) {
      if (busy) {
        return file;
      }
      var request =
          new TextDetection.Request(token(file), upload.id(), file.place(), file.versionId());
      return switch (service.start(request)) {
        case TextDetection.Started.Job(String job) -> {
          journal.note(Journal.Entry.of(Journal.Kind.RECOGNITION_STARTED, row));
          yield file.started(job);
        }
        case TextDetection.Started.Busy _ -> {
          busy = true;
          yield file;
        }
        case TextDetection.Started.Refused(String code) -> file.failed(code);
      };
    }

    /** The upload's id, where the upload is the PDF; else of the id and the PDF in the archive. */
    private String token(ScanWork.File file) {
      return file.place().equals(upload.object())
          ? upload.id()
          : ContentHash.of(upload.id() + "\n" + file.hash());
    }
  }
}
