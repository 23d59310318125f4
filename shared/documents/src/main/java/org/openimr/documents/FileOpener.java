package org.openimr.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.LongSupplier;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.internal.FileKind;
import org.openimr.documents.internal.PlainText;
import org.openimr.documents.internal.json.CaseFileReader;
import org.openimr.documents.internal.pdf.PdfReader;

/**
 * Opens an uploaded file by its content; names and declared types are never asked. Whatever the
 * bytes are, the answer is a value. Thread-safe.
 */
public final class FileOpener {
  private final Budgets budgets;
  private final PdfReader pdf;
  private final PlainText text;
  private final CaseFileReader caseFile;

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
    this.budgets = budgets;
    this.pdf = new PdfReader(budgets, stopwatch);
    this.text = new PlainText(budgets);
    this.caseFile = new CaseFileReader(budgets);
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
    return switch (FileKind.of(bytes)) {
      case FileKind.Empty() ->
          Outcome.rejected(
              Code.EMPTY_FILE, "The file is empty. Check the original and send it again.");
      case FileKind.Pdf() -> pdf.read(bytes);
      case FileKind.Json() -> caseFile.read(bytes);
      case FileKind.Other() -> textOrJson(bytes);
      case FileKind.Foreign(String name) -> FileKind.refused(name);
    };
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

  private Outcome<SubmittedFile> textOrJson(byte[] bytes) {
    return PlainText.decode(bytes)
        .then(
            decoded ->
                FileKind.startsJson(decoded.characters())
                    ? caseFile.read(decoded.characters().getBytes(UTF_8))
                    : text.read(decoded));
  }
}
