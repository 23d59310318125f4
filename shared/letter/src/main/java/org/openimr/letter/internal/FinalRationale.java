package org.openimr.letter.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.Decision;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.ReviewAction;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.letter.internal.Block.Point;

/**
 * The reasons for a decision that physicians have made: those of the proposal where it was adopted,
 * the reviewer's own where it was overridden, and each reviewer's where several do not say the same
 * (Labor Code 4610.6(f)).
 */
final class FinalRationale {
  /** Drugs that must not be stopped at once, whatever the reason of a refusal. */
  private static final Set<TreatmentCategory> NOT_STOPPED =
      EnumSet.of(
          TreatmentCategory.OPIOID,
          TreatmentCategory.BENZODIAZEPINE,
          TreatmentCategory.MUSCLE_RELAXANT);

  private final Wording wording;
  private final Citations citations;
  private final Rationale proposed;
  private final Adoption adoption;

  FinalRationale(Wording wording, Citations citations, Rationale proposed, Adoption adoption) {
    this.wording = wording;
    this.citations = citations;
    this.proposed = proposed;
    this.adoption = adoption;
  }

  /** The paragraphs for an item, in the letter's order; none of them is empty. */
  List<Block> of(ItemEvaluation item) {
    var reviews =
        adoption.reviewers().stream().map(analysis -> analysis.review(item.number())).toList();
    if (reviews.stream().distinct().count() == 1) {
      return of(item, reviews.getFirst());
    }
    var blocks = new ArrayList<Block>();
    if (adoption.result(item.number()).evenSplit()) {
      blocks.add(new Block(wording.of("panel.split"), wording.of("panel.splitText"), List.of()));
    }
    for (int i = 0; i < reviews.size(); i++) {
      var review = reviews.get(i);
      blocks.add(
          new Block(
              wording.filled("panel.reviewer", Integer.toString(i + 1)),
              wording.filled("panel.finds", wording.of("decision", review.decision())),
              List.of()));
      blocks.addAll(of(item, review));
    }
    return List.copyOf(blocks);
  }

  private List<Block> of(ItemEvaluation item, ItemReview review) {
    return review.action() == ReviewAction.ADOPT ? adopted(item, review) : overridden(item, review);
  }

  private List<Block> adopted(ItemEvaluation item, ItemReview review) {
    return Stream.concat(proposed.of(item).stream(), own("review.adds", review).stream()).toList();
  }

  private List<Block> overridden(ItemEvaluation item, ItemReview review) {
    var blocks = new ArrayList<Block>();
    blocks.add(proposed.asked(item));
    blocks.addAll(own("review.reasons", review));
    blocks.add(
        new Block(
            wording.of("rationale.conclusion"),
            wording.of("review.finds." + review.decision()),
            List.of()));
    if (review.decision() == Decision.UPHELD
        && (item.taper() || NOT_STOPPED.contains(item.treatment().category()))) {
      blocks.add(proposed.taper());
    }
    return List.copyOf(blocks);
  }

  /** The reviewer's words, a paragraph each, and the passages that they rest on. */
  private List<Block> own(String lead, ItemReview review) {
    var blocks = new ArrayList<Block>();
    review.rationale().stream()
        .flatMap(text -> text.lines())
        .map(Printable::line)
        .filter(line -> !line.isEmpty())
        .forEach(
            line ->
                blocks.add(new Block(blocks.isEmpty() ? wording.of(lead) : "", line, List.of())));
    if (!review.evidence().isEmpty()) {
      blocks.add(
          new Block(
              wording.of("review.evidence"),
              "",
              review.evidence().stream()
                  .map(anchor -> new Point(citations.quoted(anchor) + ".", List.of()))
                  .toList()));
    }
    return blocks;
  }
}
