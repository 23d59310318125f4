package org.openimr.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.PublishedDetermination;

/**
 * A dispute that was decided before, as the caller found it.
 *
 * @param urDecisionDate of the utilization review decision that was under review
 */
public record PriorDecision(
    CaseNumber caseNumber, Optional<LocalDate> urDecisionDate, List<DisputedItem> items) {
  /** Copies the list. */
  public PriorDecision {
    items = List.copyOf(items);
  }

  /** A published determination as what it decided. */
  public static PriorDecision of(CaseNumber caseNumber, PublishedDetermination letter) {
    return new PriorDecision(
        caseNumber,
        letter.urDenialDate(),
        letter.items().stream().map(item -> DisputedItem.of(item.description())).toList());
  }
}
