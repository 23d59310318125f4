package org.openimr.letter.internal;

import java.util.List;
import org.openimr.letter.internal.LetterContent.Row;

/**
 * What the letter of a correction says, before it is text or HTML. Every string is on one line and
 * safe to print.
 *
 * @param header the facts of the correction and of the determination that it corrects
 * @param opening what this letter is, a paragraph each
 * @param reason why, in the words of who asked for it
 * @param effect what follows from it and what does not, a paragraph each
 * @param hashes of the determination that is corrected, by its forms
 */
public record CorrectionContent(
    String caseNumber,
    String title,
    List<Row> header,
    List<String> opening,
    String reason,
    List<EntryRow> entries,
    List<String> effect,
    List<Row> hashes) {
  /** Copies the lists. */
  public CorrectionContent {
    header = List.copyOf(header);
    opening = List.copyOf(opening);
    entries = List.copyOf(entries);
    effect = List.copyOf(effect);
    hashes = List.copyOf(hashes);
  }

  /** A misprint, and where it stands. */
  public record EntryRow(String where, String printed, String reads) {}
}
