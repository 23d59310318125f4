package org.openimr.api.internal.routes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;

/** The passages that an evaluation rests on, or has looked at. */
final class Passages {
  private static final String NEAREST = "NEAREST";

  private Passages() {}

  /**
   * A passage.
   *
   * @param item number of the item; empty for one of the clinical summary
   * @param result of the criterion; {@code NEAREST} for a passage that was not enough
   */
  record Passage(
      Optional<Integer> item, Optional<String> criterion, Optional<String> result, Anchor anchor) {}

  /** The passages of a page of a document, in the order of the evaluation. */
  static List<Passage> of(Evaluation evaluation, String document, int page) {
    var summary =
        evaluation.clinicalSummary().stream()
            .flatMap(sentence -> sentence.anchors().stream())
            .map(
                anchor ->
                    new Passage(Optional.empty(), Optional.empty(), Optional.empty(), anchor));
    var items = evaluation.items().stream().flatMap(Passages::of);
    return Stream.concat(summary, items)
        .filter(passage -> passage.anchor().document().equals(document))
        .filter(passage -> passage.anchor().page() == page)
        .distinct()
        .toList();
  }

  private static Stream<Passage> of(ItemEvaluation item) {
    return item.criteria().stream().flatMap(criterion -> of(item, criterion));
  }

  private static Stream<Passage> of(ItemEvaluation item, Criterion criterion) {
    var evidence =
        criterion.evidence().stream()
            .map(anchor -> passage(item, criterion, criterion.result().name(), anchor));
    var nearest =
        criterion.searched().stream()
            .flatMap(search -> search.nearest().stream())
            .map(near -> passage(item, criterion, NEAREST, near.anchor()));
    return Stream.concat(evidence, nearest);
  }

  private static Passage passage(
      ItemEvaluation item, Criterion criterion, String result, Anchor anchor) {
    return new Passage(
        Optional.of(item.number()), Optional.of(criterion.id()), Optional.of(result), anchor);
  }
}
