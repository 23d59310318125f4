package org.openimr.letter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CriterionResult;
import org.openimr.casefile.Decision;
import org.openimr.casefile.DocumentType;
import org.openimr.casefile.Edition;
import org.openimr.casefile.EditionPolicy;
import org.openimr.casefile.Flag;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.Priority;
import org.openimr.casefile.Region;
import org.openimr.casefile.Search;
import org.openimr.casefile.SearchStep;
import org.openimr.casefile.SummarySentence;
import org.openimr.casefile.TreatmentCategory;

/**
 * A determination as it is published: {@code openimr/determination/1} (design section 3.2; schema
 * in {@code determination-1.schema.json}). What the file does not say is empty here and null there.
 *
 * @param revision of the case, from 1
 * @param rulePackVersion content hash of the rules that were applied
 * @param reviewers who decided, without names; nobody has decided a proposal
 * @param clinicalSummary the sentences of {@code summary} with their citations, as in the letter
 * @param documents every paper of the case file: those kept in their order, then the duplicates
 * @param overall empty while an item is undetermined
 */
public record Determination(
    CaseNumber caseNumber,
    int revision,
    Kind kind,
    Header header,
    EditionPolicy editionPolicy,
    String rulePackVersion,
    List<Adoption.Analysis> reviewers,
    String clinicalSummary,
    List<SummarySentence> summary,
    List<Paper> documents,
    List<Item> items,
    Optional<Overall> overall) {
  /** Copies the lists. */
  public Determination {
    reviewers = List.copyOf(reviewers);
    summary = List.copyOf(summary);
    documents = List.copyOf(documents);
    items = List.copyOf(items);
  }

  /** The same of a review that became an expedited one, where it did. */
  public Determination expeditedSince(Optional<LocalDate> day) {
    return new Determination(
        caseNumber,
        revision,
        kind,
        day.map(header::expedited).orElse(header),
        editionPolicy,
        rulePackVersion,
        reviewers,
        clinicalSummary,
        summary,
        documents,
        items,
        overall);
  }

  /** Who stands behind it. */
  public enum Kind {
    /** A draft of the system: it binds nobody. */
    PROPOSED,
    /** Adopted by physicians: the determination of the Administrative Director. */
    FINAL
  }

  /** The result over all items (domain brief, part 3.6). */
  public enum Overall {
    UPHOLD,
    OVERTURN,
    PARTIALLY_OVERTURN
  }

  /** What became of a document (design section 3.2). */
  public enum Use {
    /** A statement of the determination cites it. */
    USED,
    REVIEWED,
    /** It has no readable page. */
    UNREADABLE,
    /** Its text is another document's. */
    DUPLICATE
  }

  /**
   * The grid at the top of the letter.
   *
   * @param decisionDate of a final determination; a proposal has none
   * @param priority of the review as it is now
   * @param expeditedSince when the review became an expedited one; empty where its priority is the
   *     application's
   */
  public record Header(
      Optional<LocalDate> dateAssigned,
      Optional<LocalDate> dateOfInjury,
      Optional<LocalDate> decisionDate,
      Optional<LocalDate> urDenialDate,
      Optional<Priority> priority,
      Optional<LocalDate> applicationReceived,
      Optional<LocalDate> expeditedSince) {
    Header expedited(LocalDate since) {
      return new Header(
          dateAssigned,
          dateOfInjury,
          decisionDate,
          urDenialDate,
          Optional.of(Priority.EXPEDITED),
          applicationReceived,
          Optional.of(since));
    }
  }

  /**
   * A document of the case file.
   *
   * @param unreadablePages numbers from 1, ascending
   */
  public record Paper(
      String id,
      DocumentType type,
      Optional<LocalDate> date,
      int pages,
      List<Integer> unreadablePages,
      Use use) {
    /** Copies the list. */
    public Paper {
      unreadablePages = List.copyOf(unreadablePages);
    }
  }

  /**
   * What is decided on one disputed item.
   *
   * @param number from 1
   * @param description verbatim from the application
   * @param regions the body regions that it names, in its order
   * @param topic id of the guideline topic; empty where none reaches the item
   * @param rationale as in the letter: paragraphs apart by an empty line, points by {@code "- "}
   */
  public record Item(
      int number,
      String description,
      TreatmentCategory category,
      List<Region> regions,
      Decision decision,
      Optional<Edition> edition,
      Set<Flag> flags,
      FourQuantities quantity,
      List<String> claimsAdministratorGuideline,
      List<String> reviewerGuideline,
      Optional<String> topic,
      List<SearchStep> searchSequence,
      List<Finding> criteria,
      String rationale) {
    /** Copies the lists. */
    public Item {
      regions = List.copyOf(regions);
      claimsAdministratorGuideline = List.copyOf(claimsAdministratorGuideline);
      reviewerGuideline = List.copyOf(reviewerGuideline);
      searchSequence = List.copyOf(searchSequence);
      criteria = List.copyOf(criteria);
    }
  }

  /**
   * A criterion of the guideline on the facts of an item.
   *
   * @param finding what the record shows on it, in a plain sentence
   * @param decides whether the decision rests on it
   */
  public record Finding(
      String id,
      String statement,
      CriterionResult result,
      String finding,
      boolean decides,
      List<Anchor> evidence,
      Optional<Search> searched) {
    /** Copies the list. */
    public Finding {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * The number of an amount as it is written: without trailing zeros or exponent.
   *
   * @param amount in the item's unit
   */
  public static BigDecimal written(BigDecimal amount) {
    BigDecimal shortest = amount.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
