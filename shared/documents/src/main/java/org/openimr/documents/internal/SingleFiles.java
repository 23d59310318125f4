package org.openimr.documents.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.internal.json.CaseFileReader;
import org.openimr.documents.internal.json.Enclosures;
import org.openimr.documents.internal.pdf.PdfReader;

/**
 * Reads files that are not packed of others, by their content. Every method answers with a value or
 * ends with an {@link UploadRefusedException}. Safe for threads.
 */
public final class SingleFiles {
  private final PdfReader pdf;
  private final PlainText text = new PlainText();
  private final CaseFileReader caseFile;

  /** With the readers that are made in more than one way. */
  public SingleFiles(PdfReader pdf, CaseFileReader caseFile) {
    this.pdf = pdf;
    this.caseFile = caseFile;
  }

  /** The same with another reader of PDF. */
  public SingleFiles with(PdfReader other) {
    return new SingleFiles(other, caseFile);
  }

  /** What the bytes hold; a PDF may be without any readable page. */
  public Outcome<SubmittedFile.Single> open(byte[] bytes, Meter meter) {
    return switch (FileKind.of(bytes)) {
      case FileKind.Empty() -> empty();
      case FileKind.Pdf() -> pdf(ByteBuffer.wrap(bytes), meter);
      case FileKind.Json() -> caseFile.read(bytes, Enclosures.NONE, meter).then(Outcome::accepted);
      case FileKind.Other() -> textOrJson(bytes, meter);
      case FileKind.Zip() -> FileKind.refused("a ZIP archive");
      case FileKind.Foreign(String name) -> FileKind.refused(name);
    };
  }

  /** As {@link #open}, of bytes that are a PDF by their first ones. */
  public Outcome<SubmittedFile.Single> pdf(ByteBuffer bytes, Meter meter) {
    return pdf.read(bytes, meter).then(Outcome::accepted);
  }

  /** As {@link #open}, where only PDF and plain text will do. */
  public Outcome<SubmittedFile.Text> text(byte[] bytes, Meter meter) {
    return switch (FileKind.of(bytes)) {
      case FileKind.Empty() -> empty();
      case FileKind.Pdf() -> pdf.read(ByteBuffer.wrap(bytes), meter);
      case FileKind.Other() -> PlainText.decode(bytes).then(decoded -> text.read(decoded, meter));
      case FileKind.Json() -> FileKind.refused("JSON where the text of a paper is expected");
      case FileKind.Zip() -> FileKind.refused("a ZIP archive");
      case FileKind.Foreign(String name) -> FileKind.refused(name);
    };
  }

  /** As {@link #open}, where only a case file will do. */
  public Outcome<SubmittedFile.Json> caseFile(byte[] bytes, Enclosures enclosures, Meter meter) {
    return switch (FileKind.of(bytes)) {
      case FileKind.Json() -> caseFile.read(bytes, enclosures, meter);
      case FileKind.Empty() -> empty();
      case FileKind.Other() ->
          PlainText.decode(bytes)
              .then(
                  decoded ->
                      caseFile.read(decoded.characters().getBytes(UTF_8), enclosures, meter));
      case FileKind.Pdf() -> FileKind.refused("a PDF where a case file in JSON is expected");
      case FileKind.Zip() -> FileKind.refused("a ZIP archive");
      case FileKind.Foreign(String name) -> FileKind.refused(name);
    };
  }

  private Outcome<SubmittedFile.Single> textOrJson(byte[] bytes, Meter meter) {
    return PlainText.decode(bytes)
        .then(
            decoded ->
                FileKind.startsJson(decoded.characters())
                    ? caseFile
                        .read(decoded.characters().getBytes(UTF_8), Enclosures.NONE, meter)
                        .then(Outcome::accepted)
                    : text.read(decoded, meter).then(Outcome::accepted));
  }

  private static <T> Outcome<T> empty() {
    return Outcome.rejected(
        Code.EMPTY_FILE, "The file is empty. Check the original and send it again.");
  }
}
