package org.openimr.reading.internal.facts;

import java.util.List;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.Observation;
import org.openimr.reading.internal.flow.FlowText;

/** What one document says: its sentences with their words, and what they state. */
record DocumentFacts(
    CaseDocument document, FlowText text, List<Passage> passages, List<Observation> observations) {
  DocumentFacts {
    observations = List.copyOf(observations);
  }
}
