package org.openimr.letter.internal;

import java.util.List;
import org.openimr.letter.Determination.Kind;

/**
 * What the letter says, before it is text or HTML: both are printed from here, so both say the
 * same. Every string is on one line and safe to print.
 *
 * @param mark printed on every page
 * @param made how the determination was made, a paragraph each
 * @param summary a sentence each, cited
 * @param effect what follows from it, a paragraph each; nothing follows from a draft
 */
public record LetterContent(
    Kind kind,
    String caseNumber,
    String title,
    String mark,
    String revision,
    List<Row> header,
    List<String> made,
    List<String> credentials,
    List<String> summary,
    List<PaperRow> papers,
    String overall,
    List<ItemSection> items,
    List<String> effect) {
  /** Copies the lists. */
  public LetterContent {
    effect = List.copyOf(effect);
    header = List.copyOf(header);
    made = List.copyOf(made);
    credentials = List.copyOf(credentials);
    summary = List.copyOf(summary);
    papers = List.copyOf(papers);
    items = List.copyOf(items);
  }

  /** Whether it binds nobody. */
  public boolean isDraft() {
    return kind == Kind.PROPOSED;
  }

  /** A fact under its name. */
  public record Row(String name, String value) {}

  /** A paper of the case file. */
  public record PaperRow(String name, String date, String pages, String use) {}

  /** The four numbers with their units, or the words for none. */
  public record Quantities(
      String requested, String certified, String supported, String netEffect) {}

  /**
   * A disputed item.
   *
   * @param flags what the physician must look at
   */
  public record ItemSection(
      int number,
      String description,
      String decision,
      Quantities quantities,
      List<String> claimsAdministratorGuideline,
      List<String> reviewerGuideline,
      List<Block> rationale,
      List<String> flags) {
    /** Copies the lists. */
    public ItemSection {
      claimsAdministratorGuideline = List.copyOf(claimsAdministratorGuideline);
      reviewerGuideline = List.copyOf(reviewerGuideline);
      rationale = List.copyOf(rationale);
      flags = List.copyOf(flags);
    }
  }
}
