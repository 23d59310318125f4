package org.openimr.letter.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.Criterion;
import org.openimr.casefile.Decision;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.letter.Determination;
import org.openimr.letter.Determination.Finding;
import org.openimr.letter.Determination.Header;
import org.openimr.letter.Determination.Item;
import org.openimr.letter.Determination.Kind;
import org.openimr.letter.Determination.Overall;
import org.openimr.letter.Determination.Paper;
import org.openimr.letter.Determination.Use;

/** From a case file and its evaluation to the determination that is proposed; pure. */
final class Proposal {
  private Proposal() {}

  /**
   * The determination.
   *
   * @throws org.openimr.letter.UnresolvedAnchorException if a statement is not where it points
   */
  static Determination of(
      CaseFile file,
      Evaluation evaluation,
      int revision,
      Citations citations,
      List<List<Block>> rationales) {
    Set<String> cited = CaseAnchors.cited(file.documents(), CaseAnchors.of(evaluation));
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < rationales.size(); i++) {
      items.add(item(evaluation.items().get(i), rationales.get(i)));
    }
    return new Determination(
        file.caseNumber(),
        revision,
        Kind.PROPOSED,
        header(file.fields(), Optional.empty()),
        evaluation.editionPolicy(),
        evaluation.rulePackVersion(),
        List.of(),
        summary(evaluation, citations),
        evaluation.clinicalSummary(),
        papers(file, cited),
        items,
        overall(evaluation.items().stream().map(ItemEvaluation::decision).toList()));
  }

  /** Nothing while an item is undetermined, or where there is none. */
  static Optional<Overall> overall(List<Decision> decisions) {
    if (decisions.isEmpty() || decisions.contains(Decision.UNDETERMINED)) {
      return Optional.empty();
    }
    if (!decisions.contains(Decision.OVERTURNED)) {
      return Optional.of(Overall.UPHOLD);
    }
    return Optional.of(
        decisions.contains(Decision.UPHELD) ? Overall.PARTIALLY_OVERTURN : Overall.OVERTURN);
  }

  static String summary(Evaluation evaluation, Citations citations) {
    return evaluation.clinicalSummary().stream()
        .map(citations::cited)
        .collect(Collectors.joining(" "));
  }

  static Header header(CaseFields fields, Optional<LocalDate> decisionDate) {
    return new Header(
        fields.dateAssigned(),
        fields.dateOfInjury(),
        decisionDate,
        fields.urDecisionDate(),
        fields.priority(),
        fields.applicationReceived(),
        Optional.empty());
  }

  static List<Paper> papers(CaseFile file, Set<String> cited) {
    List<Paper> papers = new ArrayList<>();
    file.documents().forEach(document -> papers.add(paper(document.id(), document, cited)));
    file.duplicates().forEach((id, document) -> papers.add(paper(id, document, Use.DUPLICATE)));
    return papers;
  }

  private static Paper paper(String id, CaseDocument document, Set<String> cited) {
    if (document.readablePages() == 0) {
      return paper(id, document, Use.UNREADABLE);
    }
    return paper(id, document, cited.contains(id) ? Use.USED : Use.REVIEWED);
  }

  private static Paper paper(String id, CaseDocument document, Use use) {
    return new Paper(
        id,
        document.type(),
        document.date(),
        document.pages(),
        List.copyOf(document.unreadablePages()),
        use);
  }

  private static Item item(ItemEvaluation evaluation, List<Block> rationale) {
    return new Item(
        evaluation.number(),
        evaluation.item().description(),
        evaluation.treatment().category(),
        evaluation.treatment().regions(),
        evaluation.decision(),
        evaluation.edition(),
        evaluation.flags(),
        evaluation.quantity(),
        evaluation.item().urGuidelines(),
        evaluation.reviewerGuidelines(),
        evaluation.topic(),
        evaluation.searchSequence(),
        evaluation.criteria().stream().map(Proposal::finding).toList(),
        Block.plain(rationale));
  }

  static Finding finding(Criterion criterion) {
    return new Finding(
        criterion.id(),
        criterion.statement(),
        criterion.result(),
        criterion.finding(),
        criterion.decided(),
        criterion.evidence(),
        criterion.searched());
  }
}
