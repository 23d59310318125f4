package org.openimr.documents;

import java.time.Duration;

/**
 * How much of a stranger's file is taken (design section 2). A file over a limit ends in a
 * rejection that names the limit; nothing of it is kept.
 *
 * @param uploadBytes of the file as sent; a megabyte is a million bytes
 * @param pages in one file, over all its documents
 * @param pageParts that one page of a PDF may be drawn of: the operators of its content and of what
 *     it draws in turn
 * @param characters of text in one file, over all its documents
 * @param entries papers that one file may bring, each under a name of its own: the documents of a
 *     JSON case file, the entries of an archive and of the archives within it
 * @param depth how often content may be packed within packed content: an archive within archives,
 *     the filters of one PDF stream
 * @param expandedBytes that the packed parts of one file may unpack to
 * @param expansionRatio unpacked to packed bytes of a file; it counts once the unpacked bytes
 *     exceed ten million, because small things pack well without harm
 * @param time for one file; checked between pages and between the parts of a page, so a file may
 *     exceed it by one such part
 */
public record Budgets(
    long uploadBytes,
    int pages,
    int pageParts,
    long characters,
    int entries,
    int depth,
    long expandedBytes,
    int expansionRatio,
    Duration time) {
  /** The limits of design section 2. */
  public static final Budgets STANDARD =
      new Budgets(
          100_000_000,
          3_000,
          1_000_000,
          100_000_000,
          2_000,
          3,
          500_000_000,
          100,
          Duration.ofMinutes(2));
}
