package org.openimr.intake;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Rejection;
import org.openimr.documents.FileOpener;
import org.openimr.documents.TextRecognition;
import org.openimr.documents.TextRecognition.RecognitionFailedException;
import org.openimr.reading.CaseReader;
import org.openimr.records.Bodies;
import org.openimr.records.CloudFault;
import org.openimr.records.ObjectStore;
import org.openimr.records.RecognitionRow;
import org.openimr.records.Recognitions;
import org.openimr.records.Redo;
import org.openimr.records.Settings;
import org.openimr.records.UploadRow;

/**
 * Reads uploads of which pages may be sent to text recognition: once to find these pages, and again
 * when their text has come.
 */
final class Scanning {
  private final FileOpener opener;
  private final CaseReader reader;
  private final ObjectStore objects;
  private final Settings settings;
  private final Recognitions recognitions;
  private final Bodies bodies;
  private final InstantSource clock;

  Scanning(
      FileOpener opener,
      CaseReader reader,
      ObjectStore objects,
      Settings settings,
      Recognitions recognitions,
      InstantSource clock) {
    this.opener = opener;
    this.reader = reader;
    this.objects = objects;
    this.settings = settings;
    this.recognitions = recognitions;
    this.bodies = new Bodies(objects, settings);
    this.clock = clock;
  }

  /**
   * What a file holds as it is. If pages of it are only pictures, their recognition is noted down
   * before anything else is: whatever happens then, it is known to be wanted.
   */
  Outcome<CaseReader.Read> first(UploadRow upload, ByteBuffer bytes, String contentHash) {
    var finder = new ScanFinder(upload, contentHash, objects, settings.derived());
    var read = read(finder, bytes, contentHash);
    if (isWorth(read) && !finder.work().files().isEmpty()) {
      Redo.untilDone("OpenRecognition", () -> open(upload, finder.work()));
    }
    return read;
  }

  /** What the file holds with the text that came for its pages. */
  Outcome<CaseReader.Read> again(RecordedScans scans, ByteBuffer bytes, String contentHash) {
    return read(scans, bytes, contentHash);
  }

  /** Whether a refusal is for want of readable text, and text is on its way. */
  boolean holds(UploadRow upload, Rejection why) {
    return wantsText(why) && recognitions.find(upload.id()).filter(Scanning::open).isPresent();
  }

  private static boolean open(RecognitionRow row) {
    return row.state() == RecognitionRow.State.OPEN;
  }

  private static boolean isWorth(Outcome<CaseReader.Read> read) {
    return switch (read) {
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.OfCase _) -> true;
      case Outcome.Accepted<CaseReader.Read>(CaseReader.Read.Published _) -> false;
      case Outcome.Rejected<CaseReader.Read>(Rejection why) -> wantsText(why);
    };
  }

  /** An archive of which some files are scans and the others are damaged says the second. */
  private static boolean wantsText(Rejection why) {
    return why.code() == Code.NO_TEXT_LAYER || why.code() == Code.UNREADABLE_FILE;
  }

  private Outcome<CaseReader.Read> read(TextRecognition by, ByteBuffer bytes, String contentHash) {
    try {
      return Reading.of(opener.by(by), reader).read(bytes, contentHash);
    } catch (RecognitionFailedException failed) {
      throw failed.getCause() instanceof CloudFault fault ? fault : failed;
    }
  }

  private Optional<RecognitionRow> open(UploadRow upload, ScanWork work) {
    var known = recognitions.find(upload.id());
    if (known.isPresent()) {
      return known;
    }
    var first = RecognitionRow.opened(upload.id(), bodies.put(work), clock.instant());
    return switch (recognitions.open(first)) {
      case DONE -> Optional.of(first);
      case REFUSED -> Optional.empty();
    };
  }
}
