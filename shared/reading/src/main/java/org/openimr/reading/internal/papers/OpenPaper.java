package org.openimr.reading.internal.papers;

import java.util.HashSet;
import java.util.Set;

/**
 * A paper whose end is not found yet.
 *
 * @param pages how many pages it has so far
 * @param letterhead its first line, as it compares
 * @param heads the first lines of its pages, as they compare
 * @param last its last page so far
 */
record OpenPaper(PaperBegin begin, int pages, String letterhead, Set<String> heads, Page last) {
  private static final int HEAD_LINES = 8;

  /** The second page has the running head; later ones repeat it. */
  private static final int HEAD_PAGES = 3;

  /** Copies the set. */
  OpenPaper {
    heads = Set.copyOf(heads);
  }

  static OpenPaper of(PaperBegin begin, Page page) {
    return new OpenPaper(begin, 1, Likeness.of(page.lines().getFirst().text()), heads(page), page);
  }

  /** With one more page. */
  OpenPaper with(Page page) {
    var all = new HashSet<>(heads);
    if (pages < HEAD_PAGES) {
      all.addAll(heads(page));
    }
    return new OpenPaper(begin, pages + 1, letterhead, all, page);
  }

  private static Set<String> heads(Page page) {
    var heads = new HashSet<String>();
    page.top(HEAD_LINES).forEach(line -> heads.add(Likeness.of(line.text())));
    return heads;
  }

  /** Whether a line is the one that it opens with. */
  boolean opensWith(String line) {
    return line.length() > 5 && letterhead.equals(Likeness.of(line));
  }

  /** Whether a line stands among the first lines of its pages. */
  boolean head(String line) {
    return line.length() > 5 && heads.contains(Likeness.of(line));
  }
}
