package org.openimr.reading;

import java.util.List;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.SummarySentence;
import org.openimr.reading.internal.facts.SummaryWriter;

/**
 * Writes the clinical case summary from the records, in the order of the published letters (domain
 * brief 3.3). What is missing is left out. Immutable, safe for threads.
 */
public final class ClinicalSummary {
  private final SummaryWriter writer = new SummaryWriter();

  /** Sentences of the summary, each with its anchors. */
  public List<SummarySentence> of(CaseFile file, CaseFacts facts) {
    return writer.write(file, facts);
  }
}
