package org.openimr.documents.internal.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Recognition;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.TextRecognition;
import org.openimr.documents.TextRecognition.RecognitionFailedException;
import org.openimr.documents.internal.Meter;
import org.openimr.documents.internal.UploadRefusedException;

/**
 * The text of a PDF, page by page. Scripts, embedded files and links are never followed: nothing
 * but the content of pages, filled fields and stamps is looked at.
 */
public final class PdfReader {
  private final Optional<TextRecognition> recognition;

  /**
   * Sets the parser's font source for the whole process.
   *
   * @param recognition what reads pages that are only pictures
   */
  public PdfReader(Optional<TextRecognition> recognition) {
    this.recognition = recognition;
    FontMappers.set(BundledFonts.INSTANCE);
  }

  /**
   * The text of the pages, perhaps of none, or why the file cannot be read.
   *
   * @param bytes from 0 to the limit; neither changed nor kept
   * @throws UploadRefusedException if it goes over a budget
   * @throws RecognitionFailedException if there is an engine and it does not run
   */
  @SuppressWarnings("CatchFail") // The sentence must not repeat what the parser says: it may quote.
  public Outcome<SubmittedFile.Text> read(ByteBuffer bytes, Meter meter) {
    if (!hasEnd(bytes)) {
      return unreadable("the PDF's end is missing, so it was probably cut off on its way");
    }
    ObjectStreams.measure(bytes, meter);
    // The parser reads in place: of a large file only the page at hand is in the heap.
    try (PDDocument document =
        Loader.loadPDF(new RandomAccessReadBuffer(bytes.slice(0, bytes.limit())))) {
      return pages(document, bytes, meter);
    } catch (UploadRefusedException | RecognitionFailedException e) {
      throw e;
    } catch (InvalidPasswordException | NoClassDefFoundError e) {
      // For files locked by a certificate the parser wants classes that this program leaves out.
      return Outcome.rejected(
          Code.ENCRYPTED_FILE,
          "The PDF is locked by a password or a certificate. Remove the lock and send it again.");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The one broad catch (design section 2): the parser fails on hostile or damaged files in
      // ways that nobody lists, deep nesting among them, and such a file must end in a state.
      return unreadable("the PDF is damaged");
    }
  }

  private Outcome<SubmittedFile.Text> pages(PDDocument document, ByteBuffer bytes, Meter meter)
      throws IOException {
    int promised = document.getNumberOfPages();
    meter.announcedPages(promised);
    List<PageText> pages = new ArrayList<>(new PdfPages(meter).of(document));
    if (pages.size() < promised) {
      return unreadable("only %d of its %d pages are there".formatted(pages.size(), promised));
    }
    List<String> notes = notes(document, pages);
    if (recognition.isEmpty()) {
      return Outcome.accepted(submitted(pages, notes, Optional.empty()));
    }
    var recognised = new PageRecognition(recognition.get(), meter, bytes, document);
    for (int at = 0; at < pages.size(); at++) {
      pages.set(at, recognised.of(at, pages.get(at), notes));
    }
    return Outcome.accepted(submitted(pages, notes, recognised.recognition()));
  }

  private static SubmittedFile.Text submitted(
      List<PageText> pages, List<String> notes, Optional<Recognition> recognition) {
    SortedSet<Integer> unreadable = new TreeSet<>();
    for (int at = 0; at < pages.size(); at++) {
      if (!pages.get(at).readable()) {
        unreadable.add(at + 1);
      }
    }
    String text = pages.stream().map(PageText::text).collect(Collectors.joining("\f"));
    if (!pages.isEmpty() && pages.getLast().text().isEmpty() && unreadable.contains(pages.size())) {
      // A text that ends with a page end has no page behind it: the last picture would be lost.
      text += "\n";
    }
    return new SubmittedFile.Text(text, unreadable, notes, recognition);
  }

  private static List<String> notes(PDDocument document, List<PageText> pages) {
    List<String> notes = new ArrayList<>();
    if (document.isEncrypted() && !document.getCurrentAccessPermission().canExtractContent()) {
      notes.add("The PDF forbids copying; its text was read all the same, for review.");
    }
    for (int at = 0; at < pages.size(); at++) {
      if (pages.get(at).damaged()) {
        notes.add("Page %d is damaged.".formatted(at + 1));
      }
      if (pages.get(at).hidden()) {
        notes.add("Page %d has text that it does not show; it was left out.".formatted(at + 1));
      }
    }
    return notes;
  }

  /**
   * Whether the end-of-file mark is there. The parser repairs files without one and then says
   * nothing of the pages that were lost, which would pass for a record without them.
   */
  private static boolean hasEnd(ByteBuffer bytes) {
    byte[] tail = new byte[Math.min(bytes.limit(), 2_048)];
    bytes.get(bytes.limit() - tail.length, tail);
    return new String(tail, US_ASCII).contains("%%EOF");
  }

  private static <T> Outcome<T> unreadable(String why) {
    return Outcome.rejected(
        Code.UNREADABLE_FILE,
        "The file cannot be read: %s. Check that the original opens and send it again."
            .formatted(why));
  }
}
