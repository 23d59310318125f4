package org.openimr.casefile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A passage of the case file that bears on a fact of the dictionary.
 *
 * @param fact name in the fact dictionary
 * @param subject what the fact is about where one fact has many, such as a drug's generic name
 * @param region the body region it is about; empty where it is about the whole person or unsaid
 * @param date of what is stated, else of the document
 * @param anchor the clause that states it
 */
public record Observation(
    String fact,
    FactValue value,
    Optional<String> subject,
    Optional<Region> region,
    Optional<Side> side,
    Optional<LocalDate> date,
    DocumentType source,
    Standing standing,
    Anchor anchor) {}
