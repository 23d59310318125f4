package org.openimr.documents.internal.pdf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.openimr.casefile.Code;
import org.openimr.documents.Budgets;

/** What one file has used of its budgets. The parser has none: it unpacks a stream whole. */
final class Meter {
  private static final long RATIO_COUNTS_FROM = 10_000_000;

  private final Budgets budgets;
  private final long fileBytes;
  private final LongSupplier stopwatch;
  private final long begun;
  private int pages;
  private long expanded;
  private long characters;

  Meter(Budgets budgets, long fileBytes, LongSupplier stopwatch) {
    this.budgets = budgets;
    this.fileBytes = fileBytes;
    this.stopwatch = stopwatch;
    this.begun = stopwatch.getAsLong();
  }

  /** One more page begins. */
  void page() {
    time();
    if (++pages > budgets.pages()) {
      throw new BudgetExceededException(
          Code.TOO_MANY_PAGES,
          "The PDF has more than %,d pages. Split it and send the parts one by one."
              .formatted(budgets.pages()));
    }
  }

  /** So many more characters of text. */
  void text(int length) {
    characters += length;
    if (characters > budgets.expandedBytes()) {
      throw expansion("its text has more than %,d characters", budgets.expandedBytes());
    }
  }

  /** The time is still within the budget. */
  void time() {
    if (stopwatch.getAsLong() - begun > budgets.time().toNanos()) {
      throw expansion("reading it takes more than %,d seconds", budgets.time().toSeconds());
    }
  }

  /**
   * A content stream is about to be unpacked, for each use again: forms that draw forms multiply.
   *
   * @return whether it unpacks without damage
   */
  boolean content(COSStream stream) throws IOException {
    time();
    List<COSName> filters = filters(stream);
    if (filters.size() > budgets.depth()) {
      throw expansion("content is packed more than %,d times over", budgets.depth());
    }
    try (InputStream in = unpacked(stream, filters)) {
      count(in);
      return true;
    } catch (ZipException | EOFException e) {
      return false;
    }
  }

  private void count(InputStream in) throws IOException {
    byte[] chunk = new byte[16_384];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      expanded += read;
      if (expanded > budgets.expandedBytes()) {
        throw expansion("it unpacks to more than %,d bytes", budgets.expandedBytes());
      }
      if (expanded > RATIO_COUNTS_FROM && expanded / budgets.expansionRatio() > fileBytes) {
        throw expansion("it unpacks to more than %,d times its size", budgets.expansionRatio());
      }
    }
  }

  /** Only deflate is unpacked here: it is the one that hostile files use, and can be streamed. */
  private static InputStream unpacked(COSStream stream, List<COSName> filters) throws IOException {
    InputStream in = stream.createRawInputStream();
    for (COSName filter : filters) {
      if (!filter.equals(COSName.FLATE_DECODE)
          && !filter.equals(COSName.FLATE_DECODE_ABBREVIATION)) {
        return in;
      }
      // Past the two bytes of the zlib header, as the parser does: its checksum is often missing.
      in.skipNBytes(2);
      in = new InflaterInputStream(in, new Inflater(true), 16_384);
    }
    return in;
  }

  private static List<COSName> filters(COSStream stream) {
    COSBase filters = stream.getFilters();
    return switch (filters) {
      case COSName name -> List.of(name);
      case COSArray names ->
          names.toList().stream()
              .filter(COSName.class::isInstance)
              .map(COSName.class::cast)
              .toList();
      case null, default -> List.of();
    };
  }

  private static BudgetExceededException expansion(String why, long limit) {
    return new BudgetExceededException(
        Code.EXPANSION_LIMIT,
        "The PDF is too much to read: %s. Print it to a new PDF, or split it, and send it again."
            .formatted(why.formatted(limit)));
  }
}
