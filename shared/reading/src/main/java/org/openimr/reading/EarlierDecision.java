package org.openimr.reading;

import java.time.LocalDate;
import org.openimr.casefile.TreatmentRequest;

/**
 * An item that a utilization review decision of the case file refused or changed.
 *
 * @param date of the utilization review decision
 * @param document id of the paper that says so: that decision, or the determination that upheld it
 * @param description the item's wording in that paper
 * @param treatment what the wording asks for
 */
public record EarlierDecision(
    LocalDate date, String document, String description, TreatmentRequest treatment) {}
