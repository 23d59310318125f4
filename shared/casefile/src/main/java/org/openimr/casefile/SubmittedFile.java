package org.openimr.casefile;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an uploaded file holds, once its bytes are understood and before its papers are. */
public sealed interface SubmittedFile {
  /**
   * The text of a PDF or of a plain text file: one or many papers one after another.
   *
   * @param text lines end in U+000A, pages in U+000C
   * @param unreadablePages numbers of the pages without readable text, from 1
   * @param notes what was noted and read past, such as a flag that forbids copying; no content
   */
  record Text(String text, SortedSet<Integer> unreadablePages, List<String> notes)
      implements SubmittedFile {
    /** Copies the collections. */
    public Text {
      unreadablePages = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(unreadablePages));
      notes = List.copyOf(notes);
    }
  }

  /** A case file of the schema {@code openimr/case-file/1}. */
  record Json(CaseFields fields, List<CaseDocument> documents) implements SubmittedFile {
    /** Copies the list. */
    public Json {
      documents = List.copyOf(documents);
    }
  }
}
