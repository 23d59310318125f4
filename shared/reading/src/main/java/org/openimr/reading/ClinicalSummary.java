package org.openimr.reading;

import java.util.List;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.SummarySentence;

/** Writes the clinical case summary from the records, in the order of the published letters. */
public final class ClinicalSummary {
  /** Sentences of the summary, each with its anchors. */
  public List<SummarySentence> of(CaseFile file, CaseFacts facts) {
    throw new UnsupportedOperationException();
  }
}
