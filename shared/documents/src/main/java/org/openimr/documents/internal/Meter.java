package org.openimr.documents.internal;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.openimr.casefile.Code;
import org.openimr.documents.Budgets;

/**
 * What one upload has used of its budgets, whatever it is packed of. Going over one ends the
 * reading with a {@link UploadRefusedException}. For one thread.
 */
public final class Meter {
  private static final long RATIO_COUNTS_FROM = 10_000_000;

  /** Asking for the time costs as much as drawing some parts. */
  private static final int PARTS_TIMED = 1_000;

  private final Budgets budgets;
  private final long uploadBytes;
  private final LongSupplier stopwatch;
  private long begun;
  private int entries;
  private long pages;
  private int parts;
  private long expanded;
  private long characters;

  /** Begins the time of an upload of so many bytes. */
  public Meter(Budgets budgets, long uploadBytes, LongSupplier stopwatch) {
    this.budgets = budgets;
    this.uploadBytes = uploadBytes;
    this.stopwatch = stopwatch;
    this.begun = stopwatch.getAsLong();
  }

  /** The limits. */
  public Budgets budgets() {
    return budgets;
  }

  /** So many more entries of an archive. */
  public void entries(int more) {
    entries += more;
    if (entries > budgets.entries()) {
      throw expansion("its archive has more than %,d entries", budgets.entries());
    }
  }

  /** One more page begins. */
  public void page() {
    time();
    parts = 0;
    pages(1);
  }

  /** So many more pages. */
  public void pages(long more) {
    announcedPages(more);
    pages += more;
  }

  /** So many more pages are about to come, by the file's own word. */
  public void announcedPages(long more) {
    if (pages + more > budgets.pages()) {
      throw new UploadRefusedException(
          Code.TOO_MANY_PAGES,
          "The file has more than %,d pages. Split it and send the parts one by one."
              .formatted(budgets.pages()));
    }
  }

  /** One more part of a page is drawn. */
  public void part() {
    if (++parts > budgets.pageParts()) {
      throw expansion("a page is drawn of more than %,d parts", budgets.pageParts());
    }
    if (parts % PARTS_TIMED == 0) {
      time();
    }
  }

  /** So many more characters of text. */
  public void text(long length) {
    characters += length;
    if (characters > budgets.characters()) {
      throw expansion("its text has more than %,d characters", budgets.characters());
    }
  }

  /** The time is still within the budget. */
  public void time() {
    if (stopwatch.getAsLong() - begun > budgets.time().toNanos()) {
      throw expansion("reading it takes more than %,d seconds", budgets.time().toSeconds());
    }
  }

  /** Does work whose time is not the file's. */
  public <T> T aside(Supplier<T> work) {
    long from = stopwatch.getAsLong();
    T done = work.get();
    begun += stopwatch.getAsLong() - from;
    return done;
  }

  /** So many more bytes were unpacked. */
  public void expanded(long more) {
    expanded += more;
    expansion(expanded);
  }

  /** So many more bytes are about to be unpacked, by the archive's own word. */
  public void announced(long more) {
    expansion(expanded + more);
  }

  /** Content is packed within so many layers. */
  public void depth(int layers) {
    if (layers > budgets.depth()) {
      throw expansion("content is packed more than %,d times over", budgets.depth());
    }
  }

  private void expansion(long bytes) {
    if (bytes > budgets.expandedBytes()) {
      throw expansion("it unpacks to more than %,d bytes", budgets.expandedBytes());
    }
    if (bytes > RATIO_COUNTS_FROM && bytes / budgets.expansionRatio() > uploadBytes) {
      throw expansion("it unpacks to more than %,d times its size", budgets.expansionRatio());
    }
  }

  private static UploadRefusedException expansion(String why, long limit) {
    return new UploadRefusedException(
        Code.EXPANSION_LIMIT,
        "The file is too much to read: %s. Print it to a new PDF, or split it, and send it again."
            .formatted(why.formatted(limit)));
  }
}
