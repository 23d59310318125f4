package org.openimr.casefile;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an uploaded file holds, once its bytes are understood and before its papers are. */
public sealed interface SubmittedFile {
  /** A file that is not packed of others. */
  sealed interface Single extends SubmittedFile {}

  /**
   * The text of a PDF or of a plain text file: one or many papers one after another.
   *
   * @param text lines end in U+000A, pages in U+000C
   * @param unreadablePages numbers of the pages without readable text, from 1
   * @param notes what was noted and read past, such as a flag that forbids copying; no content
   * @param recognition of the pages that an engine read; empty where there are none
   */
  record Text(
      String text,
      SortedSet<Integer> unreadablePages,
      List<String> notes,
      Optional<Recognition> recognition)
      implements Single {
    /** Copies the collections. */
    public Text {
      unreadablePages = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(unreadablePages));
      notes = List.copyOf(notes);
    }

    /** A file that itself had all its text. */
    public Text(String text, SortedSet<Integer> unreadablePages, List<String> notes) {
      this(text, unreadablePages, notes, Optional.empty());
    }

    /** Whether any page that can be read has more than white space. */
    public boolean readable() {
      String[] pages = text.split("\f", -1);
      return java.util.stream.IntStream.range(0, pages.length)
          .anyMatch(at -> !unreadablePages.contains(at + 1) && !pages[at].isBlank());
    }
  }

  /** A case file of the schema {@code openimr/case-file/1}. */
  record Json(CaseFields fields, List<CaseDocument> documents) implements Single {
    /** Copies the list. */
    public Json {
      documents = List.copyOf(documents);
    }
  }

  /**
   * A ZIP archive: the papers of one case, in one or many files. Archives within it are unfolded. A
   * file of it that could not be read is a text without characters and with its unreadable pages,
   * so that no search passes for complete.
   *
   * @param parts in the order of the archive
   * @param notes what was left out or passed over, by the number of its entry and a code; no
   *     content and no names
   */
  record Packet(List<Single> parts, List<String> notes) implements SubmittedFile {
    /** Copies the lists. */
    public Packet {
      parts = List.copyOf(parts);
      notes = List.copyOf(notes);
    }
  }
}
