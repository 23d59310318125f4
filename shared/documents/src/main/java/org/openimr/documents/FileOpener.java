package org.openimr.documents;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.internal.FileKind;
import org.openimr.documents.internal.Meter;
import org.openimr.documents.internal.SingleFiles;
import org.openimr.documents.internal.UploadRefusedException;
import org.openimr.documents.internal.json.CaseFileReader;
import org.openimr.documents.internal.packet.PacketReader;
import org.openimr.documents.internal.pdf.PdfReader;

/**
 * Opens an uploaded file by its content; names and declared types are never asked. Whatever the
 * bytes are, the answer is a value. Thread-safe.
 */
public final class FileOpener {
  /** What a file is shows in these, or the whole of it is looked at. */
  private static final int MOST_HEAD = 4_096;

  private final Budgets budgets;
  private final LongSupplier stopwatch;
  private final SingleFiles singles;
  private final PacketReader packets;

  /** Opens files within the standard budgets. */
  public FileOpener() {
    this(Budgets.STANDARD);
  }

  /** Opens files within the given budgets. */
  public FileOpener(Budgets budgets) {
    this(budgets, System::nanoTime);
  }

  /**
   * Opens files within the given budgets.
   *
   * @param stopwatch nanoseconds since any moment, for the time budget alone: no answer but a
   *     refusal depends on it
   */
  public FileOpener(Budgets budgets, LongSupplier stopwatch) {
    this(budgets, stopwatch, Optional.empty());
  }

  /**
   * Opens files within the standard budgets, and reads pages that are only pictures by an engine.
   * Its time does not count against a file's.
   */
  public FileOpener(TextRecognition recognition) {
    this(Budgets.STANDARD, System::nanoTime, Optional.of(recognition));
  }

  private FileOpener(
      Budgets budgets, LongSupplier stopwatch, Optional<TextRecognition> recognition) {
    this(
        budgets,
        stopwatch,
        new SingleFiles(new PdfReader(recognition), new CaseFileReader(budgets)));
  }

  private FileOpener(Budgets budgets, LongSupplier stopwatch, SingleFiles singles) {
    this.budgets = budgets;
    this.stopwatch = stopwatch;
    this.singles = singles;
    this.packets = new PacketReader(singles);
  }

  /** The same opener, which reads pages that are only pictures by another engine. */
  public FileOpener by(TextRecognition recognition) {
    var pdf = new PdfReader(Optional.of(recognition));
    return new FileOpener(budgets, stopwatch, singles.with(pdf));
  }

  /** The limits in force: a caller that knows an object's size refuses before it fetches it. */
  public Budgets budgets() {
    return budgets;
  }

  /** What the bytes hold, or why they were not taken. The array is neither kept nor changed. */
  public Outcome<SubmittedFile> open(byte[] bytes) {
    if (bytes.length > budgets.uploadBytes()) {
      return tooLarge(bytes.length);
    }
    var meter = new Meter(budgets, bytes.length, stopwatch);
    try {
      return FileKind.of(bytes) instanceof FileKind.Zip
          ? packets.read(bytes, meter)
          : singles.open(bytes, meter).then(FileOpener::withText);
    } catch (UploadRefusedException e) {
      return new Outcome.Rejected<>(e.rejection());
    }
  }

  /**
   * As {@link #open(byte[])}, of bytes that need not be in the heap, such as a file's that is
   * mapped into memory: a PDF is read in place, whatever else is copied.
   *
   * @param bytes from 0 to the limit
   */
  public Outcome<SubmittedFile> open(ByteBuffer bytes) {
    if (bytes.limit() > budgets.uploadBytes()) {
      return tooLarge(bytes.limit());
    }
    if (!(FileKind.of(first(bytes, MOST_HEAD)) instanceof FileKind.Pdf)) {
      return open(first(bytes, bytes.limit()));
    }
    try {
      var meter = new Meter(budgets, bytes.limit(), stopwatch);
      return singles.pdf(bytes, meter).then(FileOpener::withText);
    } catch (UploadRefusedException e) {
      return new Outcome.Rejected<>(e.rejection());
    }
  }

  private static byte[] first(ByteBuffer bytes, int most) {
    byte[] first = new byte[Math.min(bytes.limit(), most)];
    bytes.get(0, first);
    return first;
  }

  /**
   * The refusal of a file of that many bytes, for callers that refuse before they fetch it.
   *
   * @param size in bytes, over {@link Budgets#uploadBytes}
   */
  public Outcome<SubmittedFile> tooLarge(long size) {
    return Outcome.rejected(
        Code.FILE_TOO_LARGE,
        "The file has %,d bytes; at most %,d are taken. Split it and send the parts one by one."
            .formatted(size, budgets.uploadBytes()));
  }

  private static Outcome<SubmittedFile> withText(SubmittedFile.Single file) {
    return switch (file) {
      case SubmittedFile.Text text when !text.readable() ->
          Outcome.rejected(
              Code.NO_TEXT_LAYER,
              "No page of the PDF has text: it is a scan, or blank. Run text recognition (OCR) on"
                  + " it, or send the original as text.");
      case SubmittedFile.Text text -> Outcome.accepted(text);
      case SubmittedFile.Json json -> Outcome.accepted(json);
    };
  }
}
