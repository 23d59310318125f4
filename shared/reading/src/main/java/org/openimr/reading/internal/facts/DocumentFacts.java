package org.openimr.reading.internal.facts;

import java.util.List;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.Observation;

/**
 * What is kept of a document that was read; of its running text nothing.
 *
 * @param passages what searches look through, in text order
 * @param observations what it states
 * @param bodyParts where it speaks of parts of the body
 */
record DocumentFacts(
    CaseDocument document,
    List<SearchedPassage> passages,
    List<Observation> observations,
    List<Observation> bodyParts) {
  DocumentFacts {
    passages = List.copyOf(passages);
    observations = List.copyOf(observations);
    bodyParts = List.copyOf(bodyParts);
  }
}
