package org.openimr.intake;

import java.util.List;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.PublishedDetermination;
import org.openimr.precedents.Precedent;

/** The items of a published determination as precedents. */
@FunctionalInterface
interface PublishedItems {
  /** All items of a letter, which is of this case. */
  List<Precedent> items(CaseNumber caseNumber, PublishedDetermination letter);
}
