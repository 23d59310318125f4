package org.openimr.reading.internal.facts;

import java.util.List;
import org.openimr.casefile.CaseDocument;
import org.openimr.casefile.Observation;

/**
 * What a document that was read says.
 *
 * @param observations what it states
 * @param bodyParts where it speaks of parts of the body
 */
record DocumentFacts(
    CaseDocument document, List<Observation> observations, List<Observation> bodyParts) {
  DocumentFacts {
    observations = List.copyOf(observations);
    bodyParts = List.copyOf(bodyParts);
  }
}
