package org.openimr.casefile;

import java.util.List;

/**
 * The evaluation of a case file: a pure function of the case file and the rule pack.
 *
 * @param rulePackVersion content hash of the rule pack
 * @param clinicalSummary in the order of the published letters (domain brief, part 3.3)
 */
public record Evaluation(
    CaseNumber caseNumber,
    String rulePackVersion,
    EditionPolicy editionPolicy,
    List<SummarySentence> clinicalSummary,
    List<ItemEvaluation> items) {
  /** Copies the lists. */
  public Evaluation {
    clinicalSummary = List.copyOf(clinicalSummary);
    items = List.copyOf(items);
  }
}
