package org.openimr.guidelines.internal;

import org.openimr.casefile.CaseFile;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.TreatmentRequest;
import org.openimr.reading.CaseFacts;

/**
 * An item with all that may decide it.
 *
 * @param number from 1
 * @param request what the item's wording asks for
 * @param record what the case file's documents say
 */
record Matter(
    int number,
    DisputedItem item,
    TreatmentRequest request,
    Parent parent,
    CaseFile file,
    CaseFacts record) {}
