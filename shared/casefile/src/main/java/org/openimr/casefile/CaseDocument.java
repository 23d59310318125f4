package org.openimr.casefile;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One paper of a case file.
 *
 * @param id unique in its case file: lower case letters, digits and hyphens, at most 64
 * @param date of the paper itself
 * @param text exactly as given (JSON) or as extracted: lines end in U+000A, pages in U+000C
 * @param unreadablePages numbers of the pages without readable text, from 1
 * @param recognition of the pages that an engine read; empty where there are none
 */
public record CaseDocument(
    String id,
    DocumentType type,
    Optional<LocalDate> date,
    String text,
    SortedSet<Integer> unreadablePages,
    Optional<Recognition> recognition) {
  /** Copies the set. */
  public CaseDocument {
    unreadablePages = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(unreadablePages));
  }

  /** A paper that the file itself had as text. */
  public CaseDocument(
      String id,
      DocumentType type,
      Optional<LocalDate> date,
      String text,
      SortedSet<Integer> unreadablePages) {
    this(id, type, date, text, unreadablePages, Optional.empty());
  }

  /** The same paper by another id. */
  public CaseDocument named(String other) {
    return new CaseDocument(other, type, date, text, unreadablePages, recognition);
  }

  /** How many pages it has: one more than page ends, unless the text ends with one. */
  public int pages() {
    int ends = (int) text.chars().filter(c -> c == '\f').count();
    return text.endsWith("\f") ? Math.max(1, ends) : ends + 1;
  }

  /** How many of its pages could be read. */
  public int readablePages() {
    return pages() - unreadablePages.size();
  }
}
