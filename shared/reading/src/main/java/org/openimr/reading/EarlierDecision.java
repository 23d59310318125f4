package org.openimr.reading;

import java.time.LocalDate;
import java.util.Optional;
import org.openimr.casefile.Physician;
import org.openimr.casefile.TreatmentRequest;

/**
 * An item that a utilization review decision of the case file refused or changed.
 *
 * @param date of the utilization review decision
 * @param document id of the paper that says so: that decision, or the determination that upheld it
 * @param description the item's wording in that paper
 * @param treatment what the wording asks for
 * @param requestedBy who asked for it, where the paper says so; published determinations do not
 */
public record EarlierDecision(
    LocalDate date,
    String document,
    String description,
    TreatmentRequest treatment,
    Optional<Physician> requestedBy) {}
