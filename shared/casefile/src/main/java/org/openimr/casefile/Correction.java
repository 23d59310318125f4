package org.openimr.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A clerical correction of an issued determination: all that its letter says but the day. The
 * determination itself is never altered.
 *
 * @param number from 1, in the order in which the corrections of a case were asked for
 * @param reason why it is corrected, in the words of who asked for it
 * @param entries at least one
 * @param assent whether the reviewers of the case have to agree that nothing of substance changes
 * @param contact how the review organization is reached; empty where it is not told
 */
public record Correction(
    CaseNumber caseNumber,
    int number,
    Corrected corrected,
    String reason,
    List<Entry> entries,
    boolean assent,
    Optional<String> contact) {
  /** Copies the list. */
  public Correction {
    entries = List.copyOf(entries);
  }

  /**
   * The determination that is corrected.
   *
   * @param issuedOn the day in California
   * @param json SHA-256 of the document in this form, in lower case hex; the others alike
   */
  public record Corrected(
      int revision,
      LocalDate decisionDate,
      LocalDate issuedOn,
      String json,
      String text,
      String html,
      String pdf) {}

  /**
   * One misprint.
   *
   * @param item number of the item, where the place belongs to one
   * @param printed words of the determination, of which there is one place alone
   * @param replaces number of the earlier correction of the same words that this one supersedes
   */
  public record Entry(
      LetterPlace place,
      Optional<Integer> item,
      String printed,
      String reads,
      Optional<Integer> replaces) {
    /** Whether another entry is about the same words. */
    public boolean isOfTheSame(Entry other) {
      return place == other.place && item.equals(other.item) && printed.equals(other.printed);
    }
  }
}
