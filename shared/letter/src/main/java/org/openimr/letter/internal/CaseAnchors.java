package org.openimr.letter.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openimr.casefile.Anchor;
import org.openimr.casefile.AnchoredText;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.NearestPassage;
import org.openimr.casefile.SummarySentence;
import org.openimr.letter.UnresolvedAnchorException;

/** The anchors of an evaluation, each held against the document that it points into. */
final class CaseAnchors {
  private CaseAnchors() {}

  /**
   * The ids of the documents that anchors point into.
   *
   * @throws UnresolvedAnchorException if a document does not say what is quoted from it
   */
  static Set<String> cited(List<CaseDocument> documents, Stream<Anchor> anchors) {
    Map<String, AnchoredText> texts = new HashMap<>();
    documents.forEach(document -> texts.put(document.id(), AnchoredText.of(document)));
    Set<String> cited = new HashSet<>();
    Set<Anchor> checked = new HashSet<>();
    anchors
        .filter(checked::add)
        .forEach(
            anchor -> {
              AnchoredText text = texts.get(anchor.document());
              if (text == null || !resolves(text, anchor)) {
                throw new UnresolvedAnchorException(anchor);
              }
              cited.add(anchor.document());
            });
    return cited;
  }

  private static boolean resolves(AnchoredText text, Anchor anchor) {
    return anchor.start() >= 0 && !anchor.quote().isEmpty() && text.resolves(anchor);
  }

  /** All that an evaluation points at. */
  static Stream<Anchor> of(Evaluation evaluation) {
    return Stream.concat(
        ofSummary(evaluation), evaluation.items().stream().flatMap(CaseAnchors::of));
  }

  /** What the clinical summary points at. */
  static Stream<Anchor> ofSummary(Evaluation evaluation) {
    return evaluation.clinicalSummary().stream()
        .map(SummarySentence::anchors)
        .flatMap(List::stream);
  }

  /** What the reasons for an item point at. */
  static Stream<Anchor> of(ItemEvaluation item) {
    return item.criteria().stream().flatMap(CaseAnchors::of);
  }

  private static Stream<Anchor> of(Criterion criterion) {
    Stream<Anchor> nearest =
        criterion.searched().stream()
            .flatMap(search -> search.nearest().stream())
            .map(NearestPassage::anchor);
    return Stream.concat(criterion.evidence().stream(), nearest);
  }
}
