package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.openimr.casefile.CaseNumber;

/**
 * A case that needs a reviewer.
 *
 * @param on the day of the assignment, by which licences, certifications and rules count
 * @param items at least one, each number once
 * @param barred who may not have this case
 */
public record ReviewCase(
    CaseNumber caseNumber,
    LocalDate on,
    List<ReviewItem> items,
    List<CaseParty> parties,
    Map<Pseudonym, Bar> barred) {
  /** Why a reviewer may not have a case. */
  public enum Bar {
    DECLARED_TIE,
    DECIDED_BEFORE,
    /** Has the name of a party: see {@link ReviewerIdentity#namesakes}. */
    BY_IDENTITY
  }

  /** Copies the collections, and refuses a case without items: there is nothing to fit. */
  public ReviewCase {
    items = List.copyOf(items);
    parties = List.copyOf(parties);
    barred = Map.copyOf(barred);
    if (items.isEmpty()
        || items.stream().map(ReviewItem::number).distinct().count() < items.size()) {
      throw new IllegalArgumentException("a case has items, each with a number of its own");
    }
  }
}
