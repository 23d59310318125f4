package org.openimr.casefile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A document's text with the way from a place in it to page, line and code point.
 *
 * <p>Offsets taken and given here are of {@code char}s, as regular expressions count; anchors count
 * code points. Immutable, safe for threads.
 */
public final class AnchoredText {
  private final String document;
  private final String text;
  private final int[] lineStarts;
  private final int[] pageStarts;
  private final boolean supplementary;
  private final Optional<Recognition> recognition;

  private AnchoredText(String document, String text, Optional<Recognition> recognition) {
    this.document = document;
    this.recognition = recognition;
    this.text = text;
    this.pageStarts = starts(text, false);
    this.lineStarts = starts(text, true);
    this.supplementary = text.codePointCount(0, text.length()) != text.length();
  }

  /** The text of a document of a case file. */
  public static AnchoredText of(CaseDocument document) {
    return new AnchoredText(document.id(), document.text(), document.recognition());
  }

  /** The text itself. */
  public String text() {
    return text;
  }

  /**
   * The anchor of a stretch.
   *
   * @param from first char, from 0
   * @param to the char after the last
   */
  public Anchor anchor(int from, int to) {
    int page = at(pageStarts, from);
    int line = at(lineStarts, from) - at(lineStarts, pageStarts[page]);
    int start = codePoints(0, from);
    int end = start + codePoints(from, to);
    String quote = text.substring(from, to);
    return new Anchor(document, page + 1, line + 1, start, end, quote, confidence(from, to));
  }

  /** Of the least sure of the lines that a stretch touches. */
  private Optional<Integer> confidence(int from, int to) {
    return recognition.flatMap(
        read ->
            IntStream.rangeClosed(at(lineStarts, from), at(lineStarts, Math.max(from, to - 1)))
                .mapToObj(line -> confidence(read, line))
                .flatMap(Optional::stream)
                .min(Integer::compare));
  }

  private Optional<Integer> confidence(Recognition read, int line) {
    int page = at(pageStarts, lineStarts[line]);
    return read.of(page + 1, line - at(lineStarts, pageStarts[page]) + 1);
  }

  /** Whether an anchor's quote stands in this text where the anchor says. */
  public boolean resolves(Anchor anchor) {
    return own(anchor).filter(anchor::equals).isPresent();
  }

  /**
   * The anchor of a passage that somebody has chosen, with the confidence of this text's own; empty
   * where the quote does not stand where it says.
   */
  public Optional<Anchor> resolved(Anchor chosen) {
    return own(chosen)
        .filter(
            own ->
                own.page() == chosen.page()
                    && own.line() == chosen.line()
                    && own.quote().equals(chosen.quote()));
  }

  /** The anchor of the same stretch. */
  private Optional<Anchor> own(Anchor anchor) {
    int length = text.codePointCount(0, text.length());
    if (!anchor.document().equals(document)
        || anchor.start() < 0
        || anchor.start() > anchor.end()
        || anchor.end() > length) {
      return Optional.empty();
    }
    int from = text.offsetByCodePoints(0, anchor.start());
    int to = text.offsetByCodePoints(from, anchor.end() - anchor.start());
    return Optional.of(anchor(from, to));
  }

  private int codePoints(int from, int to) {
    return supplementary ? text.codePointCount(from, to) : to - from;
  }

  private static int at(int[] starts, int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** Where pages start, or where lines start: a new page starts a line as well. */
  private static int[] starts(String text, boolean lines) {
    var starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\f' || (lines && c == '\n');
      if (ends && i + 1 < text.length()) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
