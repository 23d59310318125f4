package org.openimr.letter.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CitedGuideline;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.FourQuantities;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.ReviewAction;
import org.openimr.letter.Determination;
import org.openimr.letter.Determination.Item;
import org.openimr.letter.Determination.Kind;

/**
 * From a case file, its evaluation and what physicians made of it to the determination that is
 * issued; pure. Of an overridden item nothing is left that the rules have found.
 */
final class Final {
  private final Evaluation evaluation;
  private final Adoption adoption;

  Final(Evaluation evaluation, Adoption adoption) {
    this.evaluation = evaluation;
    this.adoption = adoption;
  }

  /**
   * The determination.
   *
   * @throws org.openimr.letter.UnresolvedAnchorException if a statement is not where it points
   */
  Determination of(CaseFile file, int revision, Citations citations, List<List<Block>> rationales) {
    Set<String> cited = CaseAnchors.cited(file.documents(), anchors());
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < rationales.size(); i++) {
      items.add(item(evaluation.items().get(i), rationales.get(i)));
    }
    return new Determination(
        file.caseNumber(),
        revision,
        Kind.FINAL,
        Proposal.header(file.fields(), Optional.of(adoption.decisionDate())),
        evaluation.editionPolicy(),
        evaluation.rulePackVersion(),
        adoption.reviewers(),
        Proposal.summary(evaluation, citations),
        evaluation.clinicalSummary(),
        Proposal.papers(file, cited),
        items,
        Proposal.overall(adoption.items().stream().map(Adoption.Result::decision).toList()));
  }

  /** What the letter cites: the rules' evidence only where a reviewer has adopted it. */
  private Stream<Anchor> anchors() {
    Stream<Anchor> adopted =
        evaluation.items().stream()
            .filter(item -> reviews(item).anyMatch(Final::isAdopted))
            .flatMap(CaseAnchors::of);
    Stream<Anchor> chosen =
        adoption.reviewers().stream()
            .flatMap(reviewer -> reviewer.reviews().stream())
            .flatMap(review -> review.evidence().stream());
    return Stream.of(CaseAnchors.ofSummary(evaluation), adopted, chosen).flatMap(part -> part);
  }

  private Stream<ItemReview> reviews(ItemEvaluation item) {
    return adoption.reviewers().stream().map(reviewer -> reviewer.review(item.number()));
  }

  private static boolean isAdopted(ItemReview review) {
    return review.action() == ReviewAction.ADOPT;
  }

  /** The first of the reviews that prevailed. */
  private ItemReview leading(ItemEvaluation item) {
    Decision decision = adoption.result(item.number()).decision();
    return reviews(item)
        .filter(review -> review.decision() == decision)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody has decided as was adopted"));
  }

  private Item item(ItemEvaluation item, List<Block> rationale) {
    var review = leading(item);
    boolean adopted = isAdopted(review);
    return new Item(
        item.number(),
        item.item().description(),
        item.treatment().category(),
        item.treatment().regions(),
        review.decision(),
        adopted ? item.edition() : Optional.empty(),
        Set.of(),
        quantity(item.quantity(), review),
        item.item().urGuidelines(),
        guidelines(item, review),
        adopted ? item.topic() : Optional.empty(),
        adopted ? item.searchSequence() : List.of(),
        adopted ? item.criteria().stream().map(Proposal::finding).toList() : List.of(),
        Block.plain(rationale));
  }

  private static List<String> guidelines(ItemEvaluation item, ItemReview review) {
    Stream<String> proposed =
        isAdopted(review) ? item.reviewerGuidelines().stream() : Stream.empty();
    return Stream.concat(review.guideline().map(CitedGuideline::citation).stream(), proposed)
        .distinct()
        .toList();
  }

  /** A reviewer who refuses against the rules has set no amount that a guideline would support. */
  private static FourQuantities quantity(FourQuantities proposed, ItemReview review) {
    if (isAdopted(review)) {
      return proposed;
    }
    boolean granted = review.decision() == Decision.OVERTURNED;
    return new FourQuantities(
        proposed.requested(),
        proposed.certifiedByUr(),
        granted ? proposed.requested() : Optional.empty(),
        granted ? proposed.requested() : proposed.certifiedByUr(),
        proposed.unit());
  }
}
