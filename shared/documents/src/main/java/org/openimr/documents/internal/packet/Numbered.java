package org.openimr.documents.internal.packet;

import java.util.List;
import java.util.stream.Collectors;
import org.openimr.casefile.Code;

/** Notes on entries. They are named by number: file names of records hold names of people. */
final class Numbered {
  private static final int SHOWN = 10;

  private Numbered() {}

  static String leftOut(String number, Code code, String why) {
    return "Entry %s of the archive was left out (%s) and counts as an unreadable page. %s"
        .formatted(number, code, why);
  }

  static String scan(String number, int pages) {
    return "Entry %s of the archive has no text (%s); its pages (%d) count as unreadable."
        .formatted(number, Code.NO_TEXT_LAYER, pages);
  }

  static String blank(String number) {
    return "Entry %s of the archive is empty (%s).".formatted(number, Code.EMPTY_FILE);
  }

  static String duplicate(String number, String first) {
    return "Entry %s of the archive is the same file as entry %s and was taken once."
        .formatted(number, first);
  }

  static String hidden(List<String> numbers) {
    return "Hidden or system files of the archive were passed over: entries %s."
        .formatted(String.join(", ", numbers));
  }

  static String within(String number, String note) {
    return "Entry %s of the archive: %s".formatted(number, note);
  }

  /** The first notes, and how many more there are. */
  static String first(List<String> notes) {
    String shown = notes.stream().limit(SHOWN).collect(Collectors.joining(" "));
    return notes.size() > SHOWN
        ? shown + " There are %,d more.".formatted(notes.size() - SHOWN)
        : shown;
  }
}
