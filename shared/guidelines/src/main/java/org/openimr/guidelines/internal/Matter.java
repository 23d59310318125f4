package org.openimr.guidelines.internal;

import java.util.List;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.reading.CaseFacts;
import org.openimr.reading.EarlierDecision;

/**
 * An item with all that may decide it.
 *
 * @param number from 1
 * @param request what the item's wording asks for
 * @param record what the case file's documents say
 * @param earlier what utilization review decided before the request
 */
record Matter(
    int number,
    DisputedItem item,
    TreatmentRequest request,
    Parent parent,
    CaseFile file,
    CaseFacts record,
    List<EarlierDecision> earlier) {
  Matter {
    earlier = List.copyOf(earlier);
  }
}
