package org.openimr.casefile;

import java.time.LocalDate;
import java.util.List;

/**
 * What the reviewers of a case have adopted: all that a final determination says beyond the case
 * file and its evaluation.
 *
 * @param caseFile hash of the body of the case file that was reviewed
 * @param evaluation hash of the body of the evaluation that was reviewed
 * @param rulePackVersion content hash of the rules behind the evaluation
 * @param decisionDate the day of the adoption in California, which the determination prints
 * @param reviewers at least one
 * @param items what stands, for each item of the evaluation in its order
 */
public record Adoption(
    String caseFile,
    String evaluation,
    String rulePackVersion,
    LocalDate decisionDate,
    List<Analysis> reviewers,
    List<Result> items) {
  /** Copies the lists. */
  public Adoption {
    reviewers = List.copyOf(reviewers);
    items = List.copyOf(items);
  }

  /**
   * One reviewer's part.
   *
   * @param reviews one for each item, in their order
   */
  public record Analysis(ReviewerCredentials credentials, List<ItemReview> reviews) {
    /** Copies the list. */
    public Analysis {
      reviews = List.copyOf(reviews);
    }

    /** The review of an item. */
    public ItemReview review(int number) {
      return reviews.stream()
          .filter(review -> review.number() == number)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("item " + number + " has no review"));
    }
  }

  /**
   * What stands for an item.
   *
   * @param decision {@code UPHELD} or {@code OVERTURNED}
   * @param evenSplit whether as many reviewers were for the treatment as against it, which decides
   *     for it (Labor Code 4610.6(e))
   */
  public record Result(int number, Decision decision, boolean evenSplit) {}

  /** What stands for an item. */
  public Result result(int number) {
    return items.stream()
        .filter(item -> item.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("item " + number + " is not decided"));
  }
}
